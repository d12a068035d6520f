using System.Xml;
using Amazon.Runtime;
using TrayAgent.Act.Aws;

namespace TrayAgent.Tests.Act.Aws;

public sealed class ServiceAnswerTests
{
    /// <summary>The SDK throws its own time limit as it comes from the HTTP client, in no exception of its own.</summary>
    [Fact]
    public Task A_service_that_does_not_answer_in_time_is_unreachable() =>
        CheckAsync(new TimeoutException("The operation was canceled."), ServiceFault.Unreachable);

    [Fact]
    public Task An_error_of_the_sdk_itself_is_unreachable() =>
        CheckAsync(new AmazonClientException("secret-in-the-body"), ServiceFault.Unreachable);

    /// <summary>The SDK reads the XML of STS without looking for what else may come, such as a proxy's page with status 200.</summary>
    [Fact]
    public Task An_answer_that_is_no_xml_makes_no_sense() =>
        CheckAsync(new XmlException("secret-in-the-body"), ServiceFault.Unexpected);

    private static async Task CheckAsync(Exception thrown, ServiceFault expected)
    {
        var answer = await ServiceAnswer.AskAsync<string>(
            _ => Task.FromException<string>(thrown), TestContext.Current.CancellationToken);
        Assert.Null(answer.Value);
        Assert.Equal(expected, answer.Fault);
    }
}
