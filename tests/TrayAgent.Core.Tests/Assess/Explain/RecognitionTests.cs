using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Explain;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>Which error a paste is taken for.</summary>
public sealed class RecognitionTests
{
    [Fact]
    public void Each_text_of_the_references_as_it_is() => CheckAll(ReferenceTexts.All, text => [("clean", text)]);

    [Fact]
    public void Each_text_of_the_references_as_people_paste_it()
    {
        var seed = 0;
        CheckAll(ReferenceTexts.All, text => Noise.Of(text, seed++));
    }

    [Fact]
    public void Each_known_error_is_in_the_references_or_among_the_texts_here()
    {
        string[] seen = [.. ReferenceTexts.All.Select(row => row.Name), "denied-explicitly", "page-instead-of-an-answer"];
        Assert.Equal(
            Explainer.Known.Select(error => error.Name).Order(StringComparer.Ordinal), seen.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_phrase_is_found_in_itself() => CheckAll(
        Explainer.Known.SelectMany(error => error.Phrases.Select(phrase => (Filled(phrase), error.Name))), text => [("phrase", text)]);

    [Theory]
    [InlineData("The session of the phone expired; the token, expiredly so", null)]
    [InlineData("The casino region is closed", null)]
    [InlineData("The pipeline timed out", null)]
    [InlineData("", null)]
    [InlineData("   \r\n\t ", null)]
    [InlineData("…{profile}", null)]
    [InlineData("403", null)]
    [InlineData("The model of claude is good. The file is not available in that folder", null)]
    [InlineData("Unexpected token } in JSON at position 3", null)]
    [InlineData("The model us.anthropic.claude-opus-4-8 is not available on your bedrock deployment. Try --model to switch", "model-wrapped")]
    [InlineData("API Error: 403 <html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>", "page-instead-of-an-answer")]
    [InlineData("API Error: 503 <!DOCTYPE html><html lang=\"en\">", "page-instead-of-an-answer")]
    [InlineData("SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", "page-instead-of-an-answer")]
    [InlineData("aws: [ERROR]: 'not a hash'", null)]
    [InlineData("aws: [ERROR]: '467ca71fcb5ebf97954ed6f91b2852c8093d065'", null)]
    [InlineData("User x is not authorized to perform: bedrock:InvokeModel on resource: y with an explicit deny in a permissions boundary", "denied-explicitly")]
    public void What_is_something_else(string text, string? name) => Assert.Equal(name, NameOf(text));

    [Theory]
    [InlineData("API Error: 403 The security token included in the request is expired", "keys-expired")]
    [InlineData(
        "There's an issue with the selected model (us.anthropic.x). Model use case details have not been submitted for this account.",
        "use-case-form")]
    [InlineData(
        "API Error: 403 AccessDeniedException: User: x is not authorized to perform: bedrock:InvokeModel on resource: y with an explicit deny "
        + "in a service control policy",
        "denied-by-organisation")]
    [InlineData("Could not load credentials from any providers\nAPI Error: 403", "no-credentials")]
    [InlineData("ExpiredTokenException: The security token included in the request is expired", "keys-expired")]
    [InlineData("AWS authentication failed · Token is expired. To refresh this SSO session run 'aws sso login'", "sso-token-expired")]
    [InlineData(
        "ResourceNotFoundException: Model use case details have not been submitted for this account. Fill out the form.", "use-case-form")]
    public void Of_a_wrapper_and_what_it_wraps_the_latter(string text, string name) => Assert.Equal(name, NameOf(text));

    /// <summary>The second line of a wrapped sentence begins with what the logger wrote.</summary>
    [Theory]
    [InlineData("[claude] ")]
    [InlineData("claude: ")]
    [InlineData("claude[4711]: ")]
    [InlineData("[10:00:00] ")]
    [InlineData("11/26/2026, 10:00:00 AM ")]
    [InlineData("I1126 10:00:00.000000       1 main.go:12] ")]
    [InlineData("time=\"2026-11-26T10:00:00Z\" level=error msg=")]
    [InlineData("2026-11-26 10:00:00 - aws - ERROR - ")]
    [InlineData("2026-11-26T10:00:00Z\tERROR\tbedrock/client.go:22\t")]
    [InlineData("ERROR    botocore.hooks:hooks.py:238 ")]
    [InlineData("2026-11-26 10:00:00,123 [ERROR] aws.cli: ")]
    [InlineData("#12 3.456 ")]
    [InlineData("(node:1234) ")]
    [InlineData("2026-11-26T10:00:00.1234567Z ##[error]")]
    [InlineData("app-7f9c | 10:00:00 ")]
    public void A_wrapped_sentence_in_a_log_is_one(string tag)
    {
        Assert.Equal("sso-token-missing", NameOf($"{tag}The SSO session token associated with\n{tag}profile=dve was not\n{tag}found or is invalid."));
        Assert.Equal(
            "'/home/ann/.aws/config' has no profile 'dve'. Did you mean 'dev'?",
            Explainer.Explain($"{tag}The SSO session token associated with\n{tag}profile=dve was not\n{tag}found or is invalid.", Machine)!.Why);
    }

    [Fact]
    public void Several_lines_that_begin_alike_are_no_prefix() => Assert.Equal(
        "cache-file-unreadable",
        NameOf("aws: [ERROR]: '467ca71fcb5ebf97954ed6f91b2852c8093d065b'\naws: [ERROR]: '567ca71fcb5ebf97954ed6f91b2852c8093d065b'"));

    [Fact]
    public void Of_two_that_say_equally_much_the_later() => Assert.Equal(
        "profile-not-found",
        NameOf("Token has expired and refresh failed\n(an hour later)\nThe config profile (dev) could not be found"));

    private static readonly Assessment Machine = Assessor.Assess(Given.Corp("09:00"), Policy.Default);

    private static string? NameOf(string text) => Explainer.Explain(text, Machine)?.Name;

    private static void CheckAll(IEnumerable<(string Text, string Name)> rows, Func<string, IEnumerable<(string Kind, string Text)>> pasted)
    {
        var wrong =
            from row in rows
            from paste in pasted(row.Text)
            let name = NameOf(paste.Text)
            where name != row.Name
            select $"'{row.Text}' ({paste.Kind}) is taken for '{name ?? "nothing"}', not '{row.Name}'";
        var all = string.Join("\n", wrong.Take(20));
        Assert.True(all.Length == 0, all);
    }

    private static string Filled(string phrase) => phrase
        .Replace("{hash}", "467ca71fcb5ebf97954ed6f91b2852c8093d065b", StringComparison.Ordinal)
        .Replace("…", "something", StringComparison.Ordinal)
        .Replace("{claude}", "us.anthropic.claude-opus-4-8", StringComparison.Ordinal)
        .Replace('{', '(')
        .Replace('}', ')');
}
