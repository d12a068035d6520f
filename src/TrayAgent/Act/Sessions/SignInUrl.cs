using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TrayAgent.Act.Aws;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Sessions;

/// <summary>Whether a URL that a child process or a service gave may be opened in a person's browser: a closed set.</summary>
internal abstract partial record SignInUrl
{
    private const int MaximumLength = 2048;

    private SignInUrl()
    {
    }

    internal sealed record Accepted(Uri Url, string Host) : SignInUrl;

    /// <param name="Text">A sentence that says why; it never repeats the URL, which may carry a code.</param>
    internal sealed record Refused(string Text) : SignInUrl;

    public static SignInUrl Vet(string text, ImmutableArray<string> trustedHosts, LoopbackEndpoints loopback)
    {
        if (text.Length > MaximumLength)
        {
            return new Refused($"The sign-in page was not opened: its address is longer than {MaximumLength} characters.");
        }

        if (!text.All(IsPlain))
        {
            return new Refused("The sign-in page was not opened: its address contains characters that no address of AWS has.");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || Authority(text) is not { } authority)
        {
            return new Refused("The sign-in page was not opened: what was given for its address is no web address.");
        }

        return Vet(url, authority, trustedHosts, loopback);
    }

    private static SignInUrl Vet(Uri url, string authority, ImmutableArray<string> trustedHosts, LoopbackEndpoints loopback)
    {
        var host = url.Host;
        if (!authority.Equals(host, StringComparison.OrdinalIgnoreCase)
            && !authority.Equals($"{host}:{url.Port}", StringComparison.OrdinalIgnoreCase))
        {
            return new Refused("The sign-in page was not opened: its address hides the host behind a user name or another spelling.");
        }

        if (Loopback.Is(url))
        {
            return loopback == LoopbackEndpoints.Used
                ? new Accepted(url, host)
                : new Refused($"The sign-in page was not opened: '{host}' is this machine, not AWS.");
        }

        if (url.Scheme != Uri.UriSchemeHttps)
        {
            return new Refused($"The sign-in page at '{host}' was not opened: its address does not begin with 'https://'.");
        }

        return url.IsDefaultPort && (IsOfAws(host) || trustedHosts.Contains(host, StringComparer.OrdinalIgnoreCase))
            ? new Accepted(url, host)
            : new Refused(
                $"The sign-in page at '{url.Authority}' was not opened: the host does not belong to AWS. If it is your company's, "
                + "add it to 'trustedSignInHosts' in TrayAgent's settings.");
    }

    /// <summary>Printable ASCII: no blank, no control or bidirectional character, no look-alike letter, no backslash.</summary>
    private static bool IsPlain(char character) => character is > ' ' and < '\x7f' and not '\\' and not '"' and not '<' and not '>';

    /// <summary>The part between "//" and the path as written, before <see cref="Uri"/> has beautified it.</summary>
    private static string? Authority(string text) => Start().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static bool IsOfAws(string host) =>
        Labels().IsMatch(host)
        && !host.Contains("xn--", StringComparison.Ordinal)
        && (OwnedHost().IsMatch(host) || OwnedSuffix().IsMatch(host) || RegionalHost().Match(host) is { Success: true } match
            && RegionNames.Is(match.Groups["region"].Value));

    [GeneratedRegex(@"\A[a-z]+://([^/?#]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\z")]
    private static partial Regex Labels();

    // https://github.com/aws/aws-cli/blob/v2/awscli/customizations/sso/resolve.py
    [GeneratedRegex(@"\Aidentitycenter\.(amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|us-gov\.amazonaws\.com)\z")]
    private static partial Regex OwnedHost();

    [GeneratedRegex(
        @"\.(app\.aws|portal\.amazonaws\.com|portal\.amazonaws\.com\.cn|app\.amazonwebservices\.com\.cn|portal\.amazonaws\.eu"
        + @"|api\.amazonwebservices\.eu|awsapps\.com|awsapps\.cn)\z")]
    private static partial Regex OwnedSuffix();

    [GeneratedRegex(
        @"\A((oidc|oidc-fips)\.(?<region>[a-z0-9-]+)\.(amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|api\.aws"
        + @"|api\.amazonwebservices\.com\.cn|api\.amazonwebservices\.eu)"
        + @"|device\.sso\.(?<region>[a-z0-9-]+)\.(amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu)"
        + @"|(?<region>[a-z0-9-]+)\.signin\.aws)\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex RegionalHost();
}
