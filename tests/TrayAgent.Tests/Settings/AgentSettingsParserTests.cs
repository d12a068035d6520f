using System.Text;
using CsCheck;
using TrayAgent.Core.Facts;
using TrayAgent.Settings;

namespace TrayAgent.Tests.Settings;

public sealed class AgentSettingsParserTests
{
    [Fact]
    public void Everything_can_be_set()
    {
        var settings = Parse(
            """
            {
              // Comments are fine here.
              "leadTimes": ["2h", "10m"],
              "quietHours": { "from": "22:00", "until": "07:30" },
              "pinnedSessions": ["corp"],
              "sessionDurations": { "corp": "12h", "*": "8h" },
              "allowLoopbackEndpoints": true,
              "awsCli": "/opt/aws/bin/aws",
              "trustedSignInHosts": ["sso.example.com"],
            }
            """);
        Assert.Empty(settings.Problems);
        Assert.Equal([TimeSpan.FromHours(2), TimeSpan.FromMinutes(10)], settings.Policy.LeadTimes);
        Assert.Equal(new TimeOnly(7, 30), settings.Policy.QuietHours?.Until);
        Assert.Contains("corp", settings.Policy.PinnedSessions);
        Assert.Equal(TimeSpan.FromHours(12), settings.Policy.SessionDurations["corp"]);
        Assert.Equal(LoopbackEndpoints.Used, settings.LoopbackEndpoints);
        Assert.Equal("/opt/aws/bin/aws", settings.AwsCli);
        Assert.Equal(["sso.example.com"], settings.TrustedSignInHosts);
    }

    [Theory]
    [InlineData("{\n \"leadTimes\": [\"60m\", \"soon\"]\n}", "f:2: 'soon' in 'leadTimes' is not a length of time. Write a whole number with 'm', 'h' or 'd', for example '90m', '8h' or '2d'.")]
    [InlineData("{ \"leadTimes\": \"60m\" }", "f:1: 'leadTimes' must be a list of texts in brackets. The default is used.")]
    [InlineData("{ \"leadTimes\": [5] }", "f:1: 'leadTimes' must be a list of texts in brackets. The default is used.")]
    [InlineData("{\n\n \"quietHours\": { \"from\": \"25:00\", \"until\": \"07:00\" } }", "f:3: '25:00' in 'quietHours.from' is not a time of day. Write it as '22:00'.")]
    [InlineData("{ \"quietHours\": { \"from\": \"22:00\" } }", "f:1: 'quietHours' needs 'from' and 'until', for example { \"from\": \"22:00\", \"until\": \"07:00\" }.")]
    [InlineData("{ \"allowLoopbackEndpoints\": \"yes\" }", "f:1: 'allowLoopbackEndpoints' must be true or false. The default is used.")]
    [InlineData("{ \"awsCli\": \"aws\" }", "f:1: 'aws' in 'awsCli' is not a full path. Write the full path of the AWS CLI, or remove the line.")]
    [InlineData("{\n \"leedTimes\": { \"a\": [1] } }", "f:2: 'leedTimes' is not a setting of TrayAgent. The settings are described in docs/settings.md.")]
    [InlineData("[1, 2]", "f:1: The settings must be an object in braces. The default is used.")]
    [InlineData("{\n \"leadTimes\": [\n", "f:3: 'f' is not valid JSON at line 3, so no setting in it is used. Correct that line.")]
    [InlineData("{} {}", "f:1: 'f' is not valid JSON at line 1, so no setting in it is used. Correct that line.")]
    [InlineData("", "f:1: 'f' is not valid JSON at line 1, so no setting in it is used. Correct that line.")]
    public void A_wrong_value_is_named_with_its_line(string json, string problem) =>
        Assert.Contains(problem, Parse(json).Problems.Select(one => one.ToString()));

    [Fact]
    public void A_wrong_value_spoils_no_other()
    {
        var settings = Parse("""{ "quietHours": 5, "leadTimes": ["7m"], "sessionDurations": { "a": "x", "b": "9h" } }""");
        Assert.Null(settings.Policy.QuietHours);
        Assert.Equal([TimeSpan.FromMinutes(7)], settings.Policy.LeadTimes);
        Assert.Equal(["b"], settings.Policy.SessionDurations.Keys);
        Assert.Equal(2, settings.Problems.Length);
    }

    [Fact]
    public void No_text_makes_it_throw() =>
        Check.Sample(
        Gen.Byte.Array, bytes => { _ = AgentSettingsParser.Parse("f", bytes); }, iter: 20_000);

    private static AgentSettings Parse(string json) => AgentSettingsParser.Parse("f", Encoding.UTF8.GetBytes(json));
}
