using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Verbs;

/// <summary>The same home gives the same results as on Linux: exit code, words, and every byte that is written.</summary>
public sealed class SameAsLinuxTests(Wine wine)
{
    private static readonly string[] Folders = [".aws", ".claude"];

    [Theory]
    [InlineData(3, "status")]
    [InlineData(3, "status", "--json")]
    [InlineData(2, "status", "--profile", "nobody")]
    [InlineData(3, "doctor")]
    [InlineData(0, "claude", "show")]
    [InlineData(0, "claude", "show", "--json")]
    [InlineData(0, "claude", "fix", "--dry-run")]
    [InlineData(0, "claude", "fix", "--yes")]
    [InlineData(2, "claude", "fix")]
    [InlineData(0, "claude", "fix", "--json", "--yes")]
    [InlineData(0, "migrate", "--dry-run")]
    [InlineData(0, "migrate", "--yes")]
    [InlineData(0, "auth-refresh", "--profile", "dev")]
    [InlineData(2, "auth-refresh", "--profile", "nobody")]
    [InlineData(0, "explain", "ExpiredTokenException")]
    [InlineData(0, "models", "--region", "eu-west-1")]
    [InlineData(0, "check")]
    [InlineData(2, "nonsense")]
    [InlineData(0, "--help")]
    public async Task A_verb(int exitCode, params string[] verb)
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        using var twin = new LinuxTwin(machine.Environment);
        Homes.Write(Homes.Corp, machine.Write);
        Homes.Write(Homes.Corp, twin.Write);

        // Linux has one.
        machine.Write("AppData/Roaming/TrayAgent/settings.json", """{ "awsCli": "C:\\nowhere\\aws.exe" }""");
        twin.Write(".config/trayagent/settings.json", """{ "awsCli": "/nowhere/aws" }""");

        var started = machine.Start(verb);
        var there = Alike.Of(await twin.RunAsync(verb), twin.Home, AgentBinary.Path);
        var here = Alike.Of(await WindowsMachine.EndOfAsync(started), wine.ToWindows(machine.InHome("")).TrimEnd('\\'), wine.ToWindows(WindowsProgram.Path));

        Assert.Equal(there, here);
        Assert.Equal(exitCode, here.ExitCode);
        Assert.Equal(
            Written(twin.Home, AgentBinary.Path),
            Written(machine.InHome(""), wine.ToWindows(WindowsProgram.Path)));
    }

    /// <summary>What was written where both keep it; that the agent has been asked, and when, is its own affair.</summary>
    private static SortedDictionary<string, string> Written(string home, string program) => new(
        Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(home, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is not ".answered")
            .ToDictionary(file => Path.GetRelativePath(home, file), file => Alike.Of(File.ReadAllText(file), program)),
        StringComparer.Ordinal);
}
