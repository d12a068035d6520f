namespace TrayAgent.Demo;

/// <summary>
/// A stand-in for <c>xdg-open</c>, first on the agent's PATH. For a person it opens their own browser with their own
/// home; otherwise it writes the page down for the demo to read.
/// </summary>
internal sealed class OpenedPages(string folder)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private int _read;

    private string PagesFile => Path.Join(folder, "pages");

    public void StandIn(PageReader reader, Dictionary<string, string> original, Dictionary<string, string> environment)
    {
        var script = Path.Join(Directory.CreateDirectory(Path.Join(folder, "bin")).FullName, "xdg-open");
        if (reader == PageReader.Demo)
        {
            // Without a screen the agent opens pages only for somebody who says by what.
            environment["BROWSER"] = script;
        }

        environment["PATH"] = $"{Path.GetDirectoryName(script)}:{original.GetValueOrDefault("PATH", "/usr/bin:/bin")}";
        File.WriteAllText(script, "#!/bin/sh\n" + (reader == PageReader.Person
            ? Restored(original, environment) + $"exec {Quoted(Desktop.BrowserOpener()!)} \"$@\"\n"
            : $"printf '%s\\n' \"$1\" >> {Quoted(PagesFile)}\n"));
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Waits for the agent to open a page.</summary>
    public async Task<Uri> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var pages = File.Exists(PagesFile) ? await File.ReadAllTextAsync(PagesFile, cancellationToken) : "";
            var whole = pages[..(pages.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (whole.Length > _read)
            {
                return new Uri(whole[_read++]);
            }

            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    /// <summary>Shell lines that undo every difference between the two environments.</summary>
    private static string Restored(Dictionary<string, string> original, Dictionary<string, string> environment) => string.Concat(
        original.Keys.Union(environment.Keys)
            .Where(name => name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            .Where(name => original.GetValueOrDefault(name) != environment.GetValueOrDefault(name))
            .Select(name => original.TryGetValue(name, out var value) ? $"export {name}={Quoted(value)}\n" : $"unset {name}\n"));

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
