using System.Text.RegularExpressions;

namespace TrayAgent.Act.ByCli;

/// <summary>
/// What <c>aws sso login --no-browser</c> has written to stdout so far, line by line.
/// Wording and order differ between versions; a line that is only a URL and a code line do not.
/// </summary>
internal sealed partial record SignInOutput
{
    public static SignInOutput Empty { get; } = new();

    /// <summary>The first URL: the page on which a person enters the code, or the whole page of the PKCE flow.</summary>
    public string? Url { get; private init; }

    /// <summary>The URL with the code in it; not every version prints one.</summary>
    public string? CompleteUrl { get; private init; }

    /// <summary>XXXX-XXXX; null in the PKCE flow.</summary>
    public string? UserCode { get; private init; }

    public bool HasSucceeded { get; private init; }

    /// <summary>The page to open: preferably the one in which the code is filled in.</summary>
    public string? Page => CompleteUrl ?? Url;

    /// <summary>Nothing that matters will follow: the complete URL is the last line, and the PKCE flow has but one.</summary>
    public bool IsComplete => CompleteUrl is not null || (Url is not null && Url.Contains("redirect_uri=", StringComparison.Ordinal));

    public SignInOutput Next(string line) =>
        UrlLine().Match(line) is { Success: true } url ? WithUrl(url.Groups[1].Value)
        : UserCode is null && Url is not null && CodeLine().Match(line) is { Success: true } code
            ? this with { UserCode = code.Groups[1].Value }
        : SuccessLine().IsMatch(line) ? this with { HasSucceeded = true }
        : this;

    private SignInOutput WithUrl(string url) =>
        Url is null ? this with { Url = url }
        : CompleteUrl is null ? this with { CompleteUrl = url }
        : this;

    // http only for the loopback tests: SignInUrl decides what may be opened.
    [GeneratedRegex(@"^\s*(https?://\S+)\s*$")]
    private static partial Regex UrlLine();

    [GeneratedRegex(@"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$")]
    private static partial Regex CodeLine();

    // "Successully" up to AWS CLI 2.4.25.
    [GeneratedRegex("^Succes+f?ully logged into Start URL: ")]
    private static partial Regex SuccessLine();
}
