using System.Text.RegularExpressions;
using TrayAgent.Crash.Tests.Support;
using IOPath = System.IO.Path;

namespace TrayAgent.Crash.Tests.Edits;

/// <summary>A person's home with the two files that are edited, and what the agent keeps of its edits.</summary>
internal sealed partial class EditedHome(string folder)
{
    public static readonly string[] Names = [".aws/config", ".claude/settings.json"];

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string Config =
        """
        # Written by hand, and to stay so.
        [default]
        region   = eu-west-1      # aligned

        [profile old]
        sso_session=corp

        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        """;

    private const string Settings =
        """
        {
            "permissions": { "allow": ["Bash(git diff:*)", "Read(~/.zshrc)"] },
            "env": { "CLAUDE_CODE_USE_BEDROCK": "1",   "AWS_PROFILE": "old" },
            "hooks": {}
        }
        """;

    public string Folder => folder;

    /// <summary>The home itself. A writer gets it, and faults are counted below the folder around it.</summary>
    public string Path => IOPath.Combine(folder, "home");

    private string State => IOPath.Combine(Path, ".local", "state", "trayagent", "edits");

    public bool HasJournal => File.Exists(IOPath.Combine(State, "journal.json"));

    public static EditedHome Empty(string folder)
    {
        Directory.CreateDirectory(IOPath.Combine(folder, "home"));
        return new EditedHome(folder);
    }

    /// <summary>With files that a person wrote, and that were edited once before.</summary>
    public static EditedHome Used(string folder, Writer writer)
    {
        var home = Empty(folder);
        Write(home.In(Names[0]), Config);
        Write(home.In(Names[1]), Settings);
        Assert.True((writer with { How = "edit-both" }).Write(home.Path, "one").Succeeded);
        return home;
    }

    public static EditedHome CopyOf(EditedHome from, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var path in Directory.EnumerateDirectories(from.Folder, "*", SearchOption.AllDirectories).Prepend(from.Folder))
        {
            Directory.CreateDirectory(folder + path[from.Folder.Length..], File.GetUnixFileMode(path));
        }

        foreach (var path in Directory.EnumerateFiles(from.Folder, "*", SearchOption.AllDirectories))
        {
            File.Copy(path, folder + path[from.Folder.Length..]);
        }

        return new EditedHome(folder);
    }

    /// <summary>Of both files, null where there is none.</summary>
    public string?[] Contents() => [.. Names.Select(name => In(name)).Select(path => File.Exists(path) ? File.ReadAllText(path) : null)];

    /// <summary>What is kept of the config and of the settings, the oldest first.</summary>
    public string[] Backups()
    {
        var backups = IOPath.Combine(State, "backups");
        return !Directory.Exists(backups)
            ? []
            :
            [
                .. Directory.EnumerateFiles(backups, "*", SearchOption.AllDirectories)
                    .Where(path => !IsTemporary(path))
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText),
            ];
    }

    /// <summary>What a killed process left.</summary>
    public IEnumerable<string> Temporaries() =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(IsTemporary);

    /// <summary>What others may open; the two files are as open as the person made them, and so are their temporary files.</summary>
    public IEnumerable<string> Readable() =>
        from path in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        where File.GetUnixFileMode(path) != OwnerOnly && !Names.Any(name => Beside(path, name))
        select $"{path[Path.Length..]}: {Convert.ToString((int)File.GetUnixFileMode(path), 8)}";

    private static bool IsTemporary(string path) => TemporaryName().IsMatch(IOPath.GetFileName(path));

    private bool Beside(string path, string name) => IOPath.GetDirectoryName(path) == IOPath.GetDirectoryName(In(name));

    private string In(string name) => IOPath.Combine(Path, name);

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(IOPath.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    [GeneratedRegex(@"^\..*\.trayagent\.tmp$")]
    private static partial Regex TemporaryName();
}
