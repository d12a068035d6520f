using System.Diagnostics;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

/// <summary>What 'status' prints to be copied, given to /bin/sh: each argument arrives as it was meant, and nothing else runs.</summary>
public sealed class PastedRemedyTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("with blank")]
    [InlineData("it's")]
    [InlineData("$(echo x)`echo y`")]
    [InlineData("a;b&c|d>e<f")]
    [InlineData("*?[a]{b,c}~#!")]
    [InlineData("back\\slash\"quote")]
    [InlineData("ünï")]
    [InlineData("$HOME")]
    public async Task A_file_of_a_hostile_folder(string name)
    {
        var folder = $"/home/{name}/.aws/sso/cache";
        var loose = Given.Token("corp", "17:00") with { Mode = (UnixFileMode)0x1A4 };
        var snapshot = Given.Corp("09:00").With(loose);
        snapshot = snapshot with { Cache = snapshot.Cache with { Folder = folder } };
        await CheckAsync(snapshot, "chmod", "600", $"{folder}/{loose.Name}");

        var torn = Given.Corp("09:00").With(new CacheFile.Unreadable("It is torn.", Given.At("08:00"), null)
        {
            Name = new string('a', 40) + ".json",
            WrittenAt = Given.At("08:00"),
        });
        await CheckAsync(torn with { Cache = torn.Cache with { Folder = folder } }, "rm", $"{folder}/{new string('a', 40)}.json");
    }

    [Theory]
    [InlineData("it's $(echo x)")]
    [InlineData("a;b")]
    [InlineData("-x")]
    public async Task A_session_of_a_hostile_name(string name) => await CheckAsync(
        Given.Machine("18:00").With(Given.Session(name)).With(Given.Fixed(name, "17:00")),
        "trayagent", "login", "--session", name);

    private static async Task CheckAsync(Snapshot snapshot, params string[] argv)
    {
        var policy = Policy.Default with { PinnedSessions = [.. snapshot.Config.Sessions.Select(session => session.Name)] };
        var status = StatusText.Of(Assessor.Assess(snapshot, policy), TextStyle.Plain);
        var line = status.Split('\n').Select(found => found.Trim()).Single(found => found.StartsWith(argv[0] + " ", StringComparison.Ordinal));
        Assert.Equal(string.Join('\n', argv) + "\n", await ShellAsync("printf '%s\\n' " + line));
    }

    private static async Task<string> ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })!;
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
