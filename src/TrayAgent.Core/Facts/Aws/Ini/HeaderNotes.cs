using System.Text.RegularExpressions;

namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>Section headers that the AWS CLI accepts and other tools read differently.</summary>
internal static partial class HeaderNotes
{
    /// <summary>What follows the closing bracket, and what looks like a comment before it.</summary>
    public static void CheckComment(ConfigFindings findings, IniLine line, string trailer)
    {
        var section = line.Content.AsSpan(0, line.Content.Length - trailer.Length);
        if (section.IndexOfAny('#', ';') >= 0 && CommentInBrackets().IsMatch(section))
        {
            findings.Note(line.Number, "comment-in-brackets", line.Content,
                $"The JavaScript SDK, and so Claude Code, takes a part of '{line.Content}' for a comment, and gives the keys below it "
                + "to the section above. Give it a name without spaces, '#' and ';'.", Tools.JavaScript);
        }

        if (trailer.Length == 0)
        {
            return;
        }

        var header = line.Content[..^trailer.Length];
        var isSpaced = PythonText.IsSpace(trailer[0]) && PythonText.Trim(trailer)[0] is '#' or ';';
        if (isSpaced)
        {
            findings.Note(line.Number, "header-comment", header,
                $"The .NET SDK refuses the whole file because of the comment "
                + $"behind '{header}'. Move the comment to a line of its own.", Tools.DotNet);
        }
        else
        {
            findings.Note(line.Number, "header-comment", header,
                $"Text stands right behind '{header}': the .NET SDK refuses "
                + "the whole file, and the JavaScript SDK gives the keys below it to the section above. "
                + "Move the text to a line of its own.", Tools.JavaScript, Tools.DotNet);
        }
    }

    /// <summary>Quoted, it is not refused but lost.</summary>
    /// <remarks>https://github.com/smithy-lang/smithy-typescript (parseIni, profileNameBlockList)</remarks>
    public static void CheckReserved(ConfigFindings findings, int line, string header)
    {
        if (header.Contains("__proto__", StringComparison.Ordinal) && ShellWords.Split(header) is [.., "__proto__"])
        {
            findings.Note(line, "reserved-name", $"[{header}]",
                "The JavaScript SDK, and so Claude Code, refuses a whole file that has a section named '__proto__'. "
                + "Give it another name.", Tools.JavaScript);
        }
    }

    public static void NoteDefaults(ConfigFindings findings, IniSection defaults) =>
        findings.Note(defaults.Line, "default-section", "[DEFAULT]",
            "Only the AWS CLI and boto3 hand the keys of '[DEFAULT]' "
            + "to every profile; other tools ignore them. Write the keys into each profile, or rename it to '[default]'.",
            Tools.JavaScript, Tools.DotNet, Tools.Go, Tools.Rust);

    /// <summary>A header of the config file that begins with a kind ("profile", "sso-session") and names a thing.</summary>
    public static void CheckName(ConfigFindings findings, IniSection section, string name)
    {
        if (IsUsual(section.Header))
        {
            return;
        }

        var header = $"[{section.Header}]";
        var isVisibleToJavaScript = JavaScriptHeader().IsMatch(section.Header);
        if (!KindAndName().IsMatch(section.Header))
        {
            findings.Note(section.Line, "header-kind", header,
                $"Only the AWS CLI and boto3 read '{header}', because its first word only begins as 'profile' or 'sso-session' does. "
                + "Correct that word.", Tools.JavaScript, Tools.DotNet, Tools.Go, Tools.Rust);
        }
        else if (section.Header.AsSpan().IndexOfAny('"', '\'', '\\') >= 0)
        {
            var advice = $"Only the AWS CLI{(isVisibleToJavaScript ? " and the JavaScript SDK read" : " reads")} the name in "
                + $"'{header}' without its quotes. Write it without quotes, and without spaces.";
            findings.Note(section.Line, "quoted-name", header, advice, isVisibleToJavaScript
                ? [Tools.DotNet, Tools.Go, Tools.Rust]
                : [Tools.JavaScript, Tools.DotNet, Tools.Go, Tools.Rust]);
        }
        else if (!isVisibleToJavaScript)
        {
            NoteInvisible(findings, section, name);
        }
    }

    /// <summary>A header that looks like a profile or session but that the AWS CLI takes for none.</summary>
    public static void CheckUnnamed(ConfigFindings findings, IniSection section)
    {
        var header = $"[{section.Header}]";
        var trimmed = PythonText.Trim(section.Header);
        if (trimmed != section.Header && KindAndName().IsMatch(trimmed))
        {
            findings.Note(section.Line, "spaces-in-brackets", header,
                $"The AWS CLI and the JavaScript SDK do not see '{header}' "
                + $"because of the spaces inside its brackets. Write '[{trimmed}]'.", Tools.AwsCli, Tools.JavaScript);
        }
        else if (JavaScriptHeader().IsMatch(section.Header) && KindAndName().IsMatch(section.Header))
        {
            findings.Note(section.Line, "header-spacing", header,
                $"The AWS CLI does not see '{header}', because what stands before the name is no ordinary space. "
                + "Write one.", Tools.AwsCli);
        }
        else if (KindAndName().IsMatch(section.Header))
        {
            findings.Note(section.Line, "name-with-space", header,
                $"The AWS CLI and the JavaScript SDK do not see '{header}': "
                + "its name has spaces or an open quote. Give it a name without spaces and quotes.",
                Tools.AwsCli, Tools.JavaScript);
        }
        else if (DottedHeader().IsMatch(section.Header))
        {
            findings.Note(section.Line, "dotted-section", header,
                $"Only the JavaScript SDK takes '{header}' for a profile. "
                + $"Write '[{section.Header.Replace('.', ' ')}]'.", Tools.JavaScript);
        }
    }

    /// <summary>A section of the credentials file, whose name is the profile's.</summary>
    public static void CheckCredentialsName(ConfigFindings findings, IniSection section)
    {
        var header = $"[{section.Header}]";
        if (section.Header.StartsWith("profile ", StringComparison.Ordinal))
        {
            findings.Note(section.Line, "prefix-in-credentials", header,
                $"In a credentials file '{header}' is a profile named "
                + $"'{section.Header}' for the AWS CLI. Write '[{section.Header[8..]}]'.", Tools.AwsCli);
        }
        else if (section.Header.Any(PythonText.IsSpace))
        {
            findings.Note(section.Line, "name-with-space", header,
                $"The JavaScript SDK does not see '{header}'. Give it a name without spaces.", Tools.JavaScript);
        }
    }

    /// <summary>A second header for a profile or session that has one; they differ only in quotes, spaces or the word "profile".</summary>
    public static void NoteTwice(ConfigFindings findings, IniSection section, string name, int firstLine)
    {
        string[] others = (name, section.Header) switch
        {
            ("default", "default") => [Tools.JavaScript, Tools.Go, Tools.Rust],
            ("default", _) => [Tools.DotNet],
            _ => [Tools.JavaScript, Tools.DotNet, Tools.Go, Tools.Rust],
        };
        var kind = section.Header.StartsWith("sso-session", StringComparison.Ordinal) ? "session" : "profile";
        findings.Note(section.Line, $"{kind}-twice", $"[{section.Header}]",
            $"The {kind} '{name}' stands twice, first in line "
            + $"{firstLine}: the AWS CLI uses only the later, other tools the earlier or both. Merge the two.", [.. others]);
    }

    /// <summary>
    /// Read alike by all tools. Nearly all headers are, and without a regular expression 'auth-refresh' starts earlier:
    /// the first one that is used prepares what all of them need.
    /// </summary>
    private static bool IsUsual(string header)
    {
        var kind = header.StartsWith("profile ", StringComparison.Ordinal) ? "profile ".Length
            : header.StartsWith("sso-session ", StringComparison.Ordinal) ? "sso-session ".Length
            : header.Length;
        foreach (var c in header.AsSpan(kind))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '@' or '+' or '.' or '%' or ':' or '/'))
            {
                return false;
            }
        }

        return header.Length > kind;
    }

    private static void NoteInvisible(ConfigFindings findings, IniSection section, string name)
    {
        var header = $"[{section.Header}]";
        if (JavaScriptName().IsMatch(name))
        {
            findings.Note(section.Line, "header-spacing", header,
                $"The JavaScript SDK does not see '{header}': exactly one space "
                + "must stand before the name, and none behind it.", Tools.JavaScript);
        }
        else
        {
            findings.Note(section.Line, "name-characters", header,
                $"The JavaScript SDK, and so Claude Code, does not see "
                + $"'{header}'. Use letters, digits and '-_.@+%:/' in its name.", Tools.JavaScript, Tools.Rust);
        }
    }

    /// <remarks>https://github.com/smithy-lang/smithy-typescript (parseIni, prefixKeyRegex)</remarks>
    [GeneratedRegex(@"^[A-Za-z0-9_-]+\s([""'])?[A-Za-z0-9_\-@+.%:/]+\1$|^[A-Za-z0-9_-]+\s[A-Za-z0-9_\-@+.%:/]+$")]
    private static partial Regex JavaScriptHeader();

    [GeneratedRegex(@"^[A-Za-z0-9_\-@+.%:/]+$")]
    private static partial Regex JavaScriptName();

    /// <remarks>https://github.com/smithy-lang/smithy-typescript (parseIni splits every line at white space and such a sign)</remarks>
    [GeneratedRegex(@"\s[#;]")]
    private static partial Regex CommentInBrackets();

    [GeneratedRegex(@"^(profile|sso-session)\s")]
    private static partial Regex KindAndName();

    [GeneratedRegex(@"^(profile|sso-session)\.[^\s]+$")]
    private static partial Regex DottedHeader();
}
