using System.Collections;
using TrayAgent.Loopback;

namespace TrayAgent.Demo;

/// <summary>A temporary home with everything that a person of the story would have, and the environment that leads there.</summary>
internal sealed class DemoHome
{
    private static readonly (string Variable, string Folder)[] Folders =
    [
        ("HOME", "home"), ("XDG_CONFIG_HOME", "home/.config"), ("XDG_STATE_HOME", "home/.local/state"),
        ("XDG_DATA_HOME", "home/.local/share"), ("XDG_CACHE_HOME", "home/.cache"),
    ];

    private DemoHome(string folder, Dictionary<string, string> environment, OpenedPages pages)
    {
        Folder = folder;
        Environment = environment;
        Pages = pages;
    }

    public string Folder { get; }

    /// <summary>The whole environment of the agent and of every verb.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>What was opened, when the demo itself is the reader.</summary>
    public OpenedPages Pages { get; }

    public string LogFolder => Path.Join(Folder, "home/.local/state/trayagent");

    public static DemoHome Create(string centre, PageReader reader)
    {
        var folder = Directory.CreateTempSubdirectory("trayagent-demo-").FullName;
        var inherited = Inherited();
        var environment = inherited.Where(it => !IsForeign(it.Key)).ToDictionary();
        foreach (var (variable, below) in Folders)
        {
            environment[variable] = Directory.CreateDirectory(Path.Join(folder, below)).FullName;
        }

        foreach (var (name, value) in AwsToolEnvironment.For(Path.Join(folder, "aws-data"), centre))
        {
            environment[name] = value;
        }

        DemoFiles.Write(environment["HOME"]);
        var pages = new OpenedPages(folder);
        pages.StandIn(reader, inherited, environment);
        return new DemoHome(folder, environment, pages);
    }

    public void Remove()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DemoException($"The temporary home '{Folder}' could not be removed: {e.Message}");
        }
    }

    /// <summary>What would lead the agent to the person's own AWS or Claude Code files.</summary>
    private static bool IsForeign(string variable) =>
        variable.StartsWith("AWS_", StringComparison.Ordinal) || variable == "CLAUDE_CONFIG_DIR";

    private static Dictionary<string, string> Inherited() => System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(it => (string)it.Key, it => (string?)it.Value ?? "");
}
