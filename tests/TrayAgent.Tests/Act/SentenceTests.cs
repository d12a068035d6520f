using TrayAgent.Act;

namespace TrayAgent.Tests.Act;

/// <summary>What is quoted from other programs: no secrets, but all that helps.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("Bad: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "Bad: ***")]
    [InlineData("{\"a\": \"aoaAAAA/b7+Cd/EfGh12/IjKlMnOp/QrStUv==\"}", "{\"a\": \"***\"}")]
    [InlineData("b'aorQXREFRKXQd_0aPqwe1-QXREFRKXQzR7yUi0pLk2j'", "b'***'")]
    [InlineData("{\"refreshToken\": \"short\", \"x\": 1}", "{\"***\", \"x\": 1}")]
    [InlineData("Key ASIAQWERTYUIOPASDFGH is old", "Key *** is old")]
    public void A_secret_is_left_out(string said, string quoted) => Assert.Equal(quoted, Sentence.Neutral(said));

    [Theory]
    [InlineData("Could not connect to the endpoint URL: \"https://oidc.eu-west-1.amazonaws.com/client/register\"")]
    [InlineData("Not found: /home/Somebody/projects/2026/infrastructure/live/.aws/config")]
    [InlineData("User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/me@example.org is not authorized")]
    public void What_a_person_needs_stays(string said) => Assert.Equal(said, Sentence.Neutral(said));
}
