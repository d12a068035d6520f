using System.Text.RegularExpressions;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>The address of the access portal, as a person copies it from an e-mail or from the browser.</summary>
public static partial class StartUrlAnswer
{
    private const int Longest = 255;
    private const string Example = "It looks like 'https://corp.awsapps.com/start'.";

    /// <summary>Without what the browser adds: blanks, the page of the portal after '#', a slash at the end.</summary>
    public static string Clean(string text)
    {
        var trimmed = text.Trim();
        var page = trimmed.IndexOf('#', StringComparison.Ordinal);
        return (page < 0 ? trimmed : trimmed[..page]).TrimEnd('/');
    }

    /// <summary>A sentence about a cleaned one; null when it will do.</summary>
    public static string? Problem(string url) =>
        url.Length == 0 ? $"The start URL is missing. {Example}"
        : url.Length > Longest ? $"That is longer than {Longest} characters. {Example}"
        : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "The start URL must begin with 'https://'."
        : !url.Contains("://", StringComparison.Ordinal) ? $"The start URL must begin with 'https://'. {Example}"
        : url.Contains('?', StringComparison.Ordinal) ? "The start URL ends before the '?'."
        : !Plain().IsMatch(url) || !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || !parsed.IsDefaultPort
            ? $"That is no start URL. {Example}"
        : parsed.Host.EndsWith(".awsapps.com", StringComparison.Ordinal) && parsed.AbsolutePath == "/"
            ? $"The start URL of such a portal has a path: '{url}/start'."
        : null;

    /// <summary>Null when it does not tell.</summary>
    public static string? RegionIn(string url) =>
        RegionInHost().Match(url).Groups["region"].Value is var region && RegionNames.Is(region) ? region : null;

    /// <summary>What stands for the company in it; "sso" when nothing does. Nothing that is taken already.</summary>
    public static string SuggestedName(string url, IReadOnlyCollection<string> taken)
    {
        var name = Company(url);
        return !taken.Contains(name) ? name
            : Enumerable.Range(2, taken.Count + 1).Select(number => $"{name}-{number}").First(numbered => !taken.Contains(numbered));
    }

    private static string Company(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed))
        {
            return "sso";
        }

        // GovCloud and China have one host for all: https://start.us-gov-home.awsapps.com/directory/corp
        var labels = parsed.Host.Split('.');
        var word = parsed.Segments is [_, "directory/", var alias] ? alias
            : labels is [var first, "awsapps", "com"] ? first
            : labels is [.., var domain, "com" or "net" or "org"] && domain != "amazonaws" ? domain
            : "";
        return SetupNames.Problem("session", word) is null ? word : "sso";
    }

    [GeneratedRegex(@"\Ahttps://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%+@-]+)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\.(portal\.(?<region>[a-z0-9-]+)\.app|(?<region>[a-z0-9-]+)\.portal)\.", RegexOptions.CultureInvariant)]
    private static partial Regex RegionInHost();
}
