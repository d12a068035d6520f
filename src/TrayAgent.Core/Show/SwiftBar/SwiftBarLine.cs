namespace TrayAgent.Core.Show.SwiftBar;

/// <summary>One line for SwiftBar: <c>label | name=value name=value</c>.</summary>
internal static class SwiftBarLine
{
    /// <param name="depth"><c>--</c> for each menu that it lies in.</param>
    /// <param name="label">Any text: what SwiftBar would read as its own signs is shown by others that look like them.</param>
    /// <param name="parameters">Each <c>name=value</c>.</param>
    public static string Of(string depth, string label, params IReadOnlyList<string> parameters)
    {
        // ":key:" would become a picture.
        IEnumerable<string> all = label.Count(character => character == ':') > 1 ? [.. parameters, "symbolize=false", "emojize=false"] : parameters;
        var shown = depth + Label(label);
        return all.Any() ? $"{shown} | {string.Join(' ', all)}".TrimStart() : shown;
    }

    /// <summary>A value in quotes; line breaks stay as SwiftBar writes them.</summary>
    public static string Quoted(string value) =>
        '"' + string.Join("\\n", value.Split('\n').Select(line => Label(line).Replace('"', '\'').Replace('\\', '/'))) + '"';

    private static string Label(string label)
    {
        var plain = Visible.Of(label).Replace('|', '¦');
        return plain.StartsWith('-') ? "‐" + plain[1..] : plain;
    }
}
