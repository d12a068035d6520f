using System.Text;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>The vetting of addresses before a browser gets them, judged by rules that are written down here once more.</summary>
internal static class UrlTarget
{
    private static readonly string[] Domains =
    [
        ".app.aws", ".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".amazonwebservices.com.cn", ".amazonwebservices.eu",
        ".awsapps.com", ".awsapps.cn", ".api.aws", ".signin.aws",
    ];

    public static void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var key = StartUrls.Key(text);
        Invariant.Holds(StartUrls.Key(key) == key, $"the key of a key is another: '{key}'");
        switch (SignInUrl.Vet(text, ["sso.corp.example"], LoopbackEndpoints.Ignored))
        {
            case SignInUrl.Accepted accepted:
                Check(text, accepted);
                break;
            case SignInUrl.Refused refused:
                Invariant.IsSentence(refused.Text);
                break;
        }
    }

    private static void Check(string text, SignInUrl.Accepted accepted)
    {
        Invariant.Holds(text.Length <= 2048 && text.All(c => c is > ' ' and < '\x7f'), "an address with odd characters");
        Invariant.Holds(text.StartsWith("https://", StringComparison.OrdinalIgnoreCase), "an address without 'https://'");
        var end = text.IndexOfAny(['/', '?', '#'], "https://".Length);
        var authority = (end < 0 ? text : text[..end])["https://".Length..];
        var host = authority.EndsWith(":443", StringComparison.Ordinal) ? authority[..^4] : authority;
        Invariant.Holds(host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'), $"a host with odd characters: '{host}'");
        Invariant.Holds(
            host.Equals("sso.corp.example", StringComparison.OrdinalIgnoreCase)
            || Domains.Any(domain => host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)),
            $"a host that is not of AWS: '{host}'");
        Invariant.Holds(host.Equals(accepted.Host, StringComparison.OrdinalIgnoreCase), "another host than the one that is shown");
        Invariant.Holds(accepted.Url.UserInfo.Length == 0 && accepted.Url.IsDefaultPort, "a user name or a port");
    }
}
