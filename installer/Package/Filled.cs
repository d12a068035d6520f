namespace TrayAgent.Package;

/// <summary>A text of <c>installer/</c> with its <c>@NAMES@</c> filled in.</summary>
internal static class Filled
{
    public static string Text(string path, params (string Name, string Value)[] values)
    {
        var text = values.Append(("VERSION", Workshop.Version))
            .Aggregate(File.ReadAllText(path), (text, value) => text.Replace($"@{value.Item1}@", value.Item2));
        return System.Text.RegularExpressions.Regex.Match(text, "@[A-Z_]+@") is { Success: true } left
            ? throw new PackageException($"'{path}' has '{left.Value}', which nobody fills in.")
            : text;
    }

    public static void Copy(string from, string to, params (string Name, string Value)[] values)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.WriteAllText(to, Text(from, values));
    }
}
