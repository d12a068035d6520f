using System.Text.RegularExpressions;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>Names of sections that every SDK can read, and that no shell reads anything into.</summary>
public static partial class SetupNames
{
    private const int Longest = 64;

    /// <summary>A sentence; null when it will do.</summary>
    /// <param name="what">Whose name: "session" or "profile".</param>
    public static string? Problem(string what, string name) =>
        name.Length == 0 ? $"The {what} needs a name."
        : name.Length > Longest ? $"A name of a {what} has at most {Longest} characters here."
        : name[0] == '-' ? $"The name of a {what} must not begin with '-': commands would take it for an option."
        : !Safe().IsMatch(name)
            ? $"The name of a {what} has English letters, digits, '.', '_' and '-' only, and no '.' at its begin: some tools see no other."
        : name.Equals("default", StringComparison.OrdinalIgnoreCase) && name != "default"
            ? $"'{name}' would be taken for 'default' by some tools. Write 'default', or choose another name."
        : null;

    /// <summary>As near to a text as a name can be.</summary>
    public static string Near(string text)
    {
        var name = Unsafe().Replace(text, "-").TrimStart('-', '.');
        return name.Length <= Longest ? name : name[..Longest];
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Safe();

    [GeneratedRegex("[^A-Za-z0-9_.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unsafe();
}
