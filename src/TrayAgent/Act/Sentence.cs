using System.ComponentModel;
using System.Text;
using System.Text.RegularExpressions;

namespace TrayAgent.Act;

/// <summary>Foreign text made fit for a sentence: one line, short, without control characters and without secrets.</summary>
internal static partial class Sentence
{
    private const int MaximumLength = 300;

    /// <summary>The system's reason without its full stop.</summary>
    public static string Reason(Exception e) =>
        (e is Win32Exception native ? new Win32Exception(native.NativeErrorCode).Message : e.Message).TrimEnd('.');

    /// <summary>The last line that says something; null when there is none.</summary>
    public static string? LastLine(string text) =>
        text.Split('\n').Select(Neutral).LastOrDefault(line => line.Length > 0);

    public static string Neutral(string line)
    {
        var plain = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            if (!IsDangerous(rune))
            {
                plain.Append(rune.ToString());
            }
        }

        var scrubbed = Secrets().Replace(
            plain.ToString().Trim(), found => found.Groups["role"].Success ? found.Value : "***");
        return scrubbed.Length <= MaximumLength ? scrubbed : string.Concat(scrubbed.AsSpan(0, MaximumLength), "...");
    }

    /// <summary>Control, format (bidirectional marks) and unpaired characters.</summary>
    private static bool IsDangerous(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator
        or System.Globalization.UnicodeCategory.PrivateUse || rune == Rune.ReplacementChar;

    // Tokens and secrets are long runs without a blank; keys of AWS have a known beginning; values of named secrets at any length.
    // Plain base64 has slashes, too: what has those and reads like a path, in one case or without a number, stays.
    // The role of Identity Center in an ARN is as long as a secret, but it is what a person wants to read.
    [GeneratedRegex(
        @"(?<role>\bassumed-role/AWSReservedSSO_[A-Za-z0-9+=,.@_-]{1,49}/)"
        + @"|(?i)[a-z_-]*(?:token|secret|device_?code|verifier|password)[""']?\s*[=:]\s*[""']?[^\s""',}]+"
        + @"|\b(?:AKIA|ASIA)[A-Z0-9]{12,}|[A-Za-z0-9+_=.-]{40,}"
        + @"|(?<![A-Za-z0-9+/_=.-])(?=[a-z0-9+/=]*[A-Z])(?=[A-Z0-9+/=]*[a-z])(?=[A-Za-z+/=]*[0-9])[A-Za-z0-9+][A-Za-z0-9+/=]{31,}")]
    private static partial Regex Secrets();
}
