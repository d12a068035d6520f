namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>All files and folders of a developer, to the byte and to the last right.</summary>
internal sealed class HomeCopy
{
    private static readonly string[] Folders = ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"];

    private readonly IReadOnlyList<string> _lines;

    private HomeCopy(IReadOnlyList<string> lines) => _lines = lines;

    public static HomeCopy Of(Machine machine) => new(
    [
        .. Folders.Select(variable => machine.Environment[variable])
            .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path} {File.GetUnixFileMode(path)} {(File.Exists(path) ? Convert.ToBase64String(File.ReadAllBytes(path)) : "")}"),
    ]);

    public void IsStill(Machine machine) => Assert.Equal(_lines, Of(machine)._lines);
}
