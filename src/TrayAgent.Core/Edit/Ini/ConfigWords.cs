using System.Text.RegularExpressions;

namespace TrayAgent.Core.Edit.Ini;

/// <summary>Which names and values every tool reads alike: nothing else is written.</summary>
internal static partial class ConfigWords
{
    public static string? Fault(ConfigChange change)
    {
        if (change is not ConfigChange.Put put)
        {
            return null;
        }

        var key = Show.Visible.Of(put.Key);
        return !Key().IsMatch(put.Key)
            ? $"'{key}' is no key that every tool reads: a key has small letters, digits and '_'. Nothing was changed."
            : !Value().IsMatch(put.Value) || HasComment(put.Value)
            ? $"The new value of '{key}' is none that every tool reads alike: a value is one line of ASCII characters "
                + "without spaces around it, quotes at its begin, or a comment. Nothing was changed."
            : null;
    }

    /// <summary>Null when a section of this name may be made.</summary>
    public static string? SectionFault(string section) => Section().IsMatch(section)
        ? null
        : $"'[{Show.Visible.Of(section)}]' is no section that every tool sees. Use letters, digits and '-_.@+%:/' in its name. "
            + "Nothing was changed.";

    private static bool HasComment(string value) =>
        value[0] is '#' or ';' || value.Contains(" #", StringComparison.Ordinal) || value.Contains(" ;", StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^(?!["" '])[ -~]*[!-~]\z")]
    private static partial Regex Value();

    [GeneratedRegex(@"^(default|(profile|sso-session|services) [A-Za-z0-9_.@+%:/-]+)\z")]
    private static partial Regex Section();
}
