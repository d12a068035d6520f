using System.Text;
using System.Text.RegularExpressions;

namespace TrayAgent.Core.Facts.Secrets;

/// <summary>Takes the secrets out of a text that may be shown otherwise: a command line, an address.</summary>
public static partial class SecretText
{
    /// <summary>
    /// The value of an assignment or option whose name says "secret", a password in an address,
    /// what follows <c>Bearer</c> and the like, and what has the form of a well-known token become <c>***</c>.
    /// </summary>
    public static string Masked(string text)
    {
        var masked = UserInfo().Replace(text, "${before}***${after}");
        masked = Scheme().Replace(masked, "${scheme} ***");
        masked = MaskedValues(masked);
        return Token().Replace(masked, SecretName.Mask);
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9+.-])(?<before>(?>[A-Za-z][A-Za-z0-9+.-]*)://)[^\s/'""]+(?<after>@)")]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"\b(?<scheme>Bearer|Basic)\s+[^\s'""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    /// <summary>What has a harmless name may itself be <c>name: value</c>, so only a secret value is passed over as a whole.</summary>
    private static string MaskedValues(string text)
    {
        var masked = new StringBuilder(text.Length);
        var start = 0;
        for (var named = Named().Match(text); named.Success; named = Named().Match(text, start))
        {
            var end = named.Index + named.Length;
            masked.Append(text, start, end - start);
            start = end;
            if (SecretName.IsSecret(named.Groups["name"].Value))
            {
                masked.Append(SecretName.Mask);
                start += Value().Match(text, end).Length;
            }
        }

        return masked.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>Before a value: <c>NAME=</c>, <c>name: </c>, <c>?name=</c>, <c>--name </c>.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_]-*)(?<name>(?>[A-Za-z_][A-Za-z0-9_-]*))(=|:[ \t]*|(?<=(^|[ \t])--?[A-Za-z0-9_-]+)[ \t]+)(?=[^\s&;|])")]
    private static partial Regex Named();

    /// <summary>A quoted value as a whole.</summary>
    [GeneratedRegex(@"\G('[^']*'|""(\\.|[^""\\])*""|[^\s&;|'""]+|['""])")]
    private static partial Regex Value();

    /// <summary>AWS, Anthropic, Bedrock, GitHub, GitLab, Slack, and a JSON Web Token.</summary>
    [GeneratedRegex(
        @"\b(A[KS]IA[0-9A-Z]{16}|sk-[A-Za-z0-9_-]{16,}|bedrock-api-key-[A-Za-z0-9+/=_-]+|ABSK[A-Za-z0-9+/=]{20,}"
        + @"|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|xox[abprs]-[A-Za-z0-9-]{10,}"
        + @"|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?)")]
    private static partial Regex Token();
}
