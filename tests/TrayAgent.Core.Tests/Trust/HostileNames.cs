using System.Collections.Immutable;

namespace TrayAgent.Core.Tests.Trust;

/// <summary>500 names that a shell, a terminal, a log, a menu or a path would interpret, and some that nothing would.</summary>
internal static class HostileNames
{
    /// <summary>Stands in names behind what might begin a new line: no line of ours may begin with it.</summary>
    public const string Forged = "FORGED";

    /// <summary>What a name that is executed makes in the current folder.</summary>
    public const string Trace = "TRACE";

    /// <summary>Names that may be written into a command.</summary>
    public static readonly ImmutableArray<string> Harmless =
        ["a", "work", "_x", "dev-1", "a.b", "me@corp.example", "a+b", "0", "UPPER", "a--help", "a..b", new string('a', 128)];

    private static readonly string[] Pieces =
    [
        .. Enumerable.Range(0, 32).Select(code => $"{(char)code}{Forged}"), "\u007f", "\u0085" + Forged, "\u009b31m", "\u2028" + Forged,
        "\u2029" + Forged, "\u202e", "\u2066", "\u200b", "\u200f", "\ufeff", "\ue000", "\ud800", "\udc00", "\U000e0041", "\r\n" + Forged, "\n\n" + Forged,
        "\u001b[2J", "\u001b]0;t\u0007", "\u001b[31m" + Forged,
        $"$(touch {Trace})", $"`touch {Trace}`", $"; touch {Trace}", $"| touch {Trace}", $"& touch {Trace}", $"&& touch {Trace} #", $"|| touch {Trace}",
        $"\ntouch {Trace}\n", $"> {Trace}", $">> {Trace}", "< x", $"' ; touch {Trace} ; '", $"\" ; touch {Trace} ; \"", $"$(>{Trace})", $"${{x:=$(touch {Trace})}}",
        $"\\\n; touch {Trace}", "$HOME", "${IFS}", "$((1))", "$'\\n'", "~", "~root", "*", "?", "[a]", "{a,b}", "!", "!!", "#x", "(x)", "'", "\"", "\\", "`",
        "%PATH%", "%CD%", "%0a", "%s%n", "^&", "!x!", "& calc", "| more", "@file", "/x", ":x", ",x", "=x", " x", "x y", "\u00a0x", "\u3000x",
        "../../x", "/etc/passwd", "C:\\x", "\\\\host\\share", "file:///x", "<b>x</b>", "<a href=\"x\">", "&lt;", "&#10;" + Forged, "_x", "__", "{0}", "{Name}", "{@Name}",
        "é", "名", "\U0001f600", "ａ", "аdmin", "-", "--", "--help", "-x", "--session=y", "-rf", "+x", ".", "..", "CON", "NUL", "a]", "[b", "]\n[profile z]\nregion = x",
        "a#b", "a;b", "a=b", "a:b", new string('a', 129), new string('a', 4000), new string('\n', 100) + Forged, "",
    ];

    public static ImmutableArray<string> All { get; } =
    [
        .. Harmless.Concat(Pieces.SelectMany(piece => (string[])[piece, $"a{piece}", $"{piece}b", $"a{piece}b"]))
            .Distinct(StringComparer.Ordinal)
            .Take(500),
    ];
}
