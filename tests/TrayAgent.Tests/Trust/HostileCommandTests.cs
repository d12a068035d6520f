using System.Diagnostics;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Tests.Trust;

/// <summary>What is wired into Claude Code's settings is run by a shell: it gets our words and nothing else happens.</summary>
public sealed class HostileCommandTests : IDisposable
{
    private readonly TempHome _home = new();

    public HostileCommandTests()
    {
        foreach (var program in new[] { "aws", "trayagent" })
        {
            var path = Path.Combine(Programs, program);
            Directory.CreateDirectory(Programs);
            File.WriteAllText(path, "#!/bin/sh\nprintf '%s\\n' \"${0##*/}\" \"$@\" END\n");
            File.SetUnixFileMode(path, (UnixFileMode)0x1ED);
        }

        Directory.CreateDirectory(Current);
        File.WriteAllText(Path.Combine(Current, "canary"), "");
    }

    public static TheoryData<string> Executed =>
        ["$(touch TRACE)", "`touch TRACE`", "a; touch TRACE", "a | touch TRACE", "a & touch TRACE", "a\ntouch TRACE", "a > TRACE", "a b", "a #b", "$HOME", "*"];

    private string Programs => Path.Combine(_home.Folder, "bin");

    private string Current => Path.Combine(_home.Folder, "project");

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Of_500_names_only_the_harmless_are_wired()
    {
        var wired = HostileNames.All.Where(name => Commands(name).Any());
        Assert.True(
            wired.All(name => name.Length <= 128 && name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || "_.@+-".Contains(c, StringComparison.Ordinal))),
            string.Join(' ', wired));
        Assert.Empty(HostileNames.Harmless.Except(wired));
    }

    [Fact]
    public async Task A_shell_makes_of_a_wired_command_the_words_that_were_meant()
    {
        foreach (var name in HostileNames.All)
        {
            foreach (var (command, words) in Commands(name))
            {
                Assert.Null(await FaultAsync(command, words));
            }
        }
    }

    /// <summary>The negative control: a command made by writing one behind the other.</summary>
    [Theory]
    [MemberData(nameof(Executed))]
    public async Task A_name_that_is_just_appended_is_noticed(string name) =>
        Assert.NotNull(await FaultAsync($"aws sso login --profile {name}", ["aws", "sso", "login", "--profile", name]));

    private static IEnumerable<(string Command, string[] Words)> Commands(string name)
    {
        foreach (var mode in Enum.GetValues<WiringMode>())
        {
            if (Wiring.For(mode, name, new OwnProgram("/usr/bin/trayagent") { IsOnPath = true }) is Wiring.Commands commands)
            {
                yield return (commands.AuthRefresh, mode == WiringMode.Plain
                    ? ["aws", "sso", "login", "--profile", name]
                    : ["trayagent", "auth-refresh", "--profile", name]);
                if (commands.CredentialExport is { } export)
                {
                    yield return (export, ["trayagent", "credentials", "--profile", name, "--format", "claude"]);
                }
            }
        }
    }

    /// <summary>What else happened than one start of one program with these words; null when nothing did.</summary>
    private async Task<string?> FaultAsync(string command, string[] words)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = Current, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Programs}:/usr/bin:/bin";
        using var shell = Process.Start(start)!;
        var errors = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        var files = Directory.GetFiles(Current).Select(Path.GetFileName).ToArray();
        foreach (var trace in files.Where(file => file != "canary"))
        {
            File.Delete(Path.Combine(Current, trace!));
        }

        var expected = string.Join('\n', [.. words, "END", ""]);
        return output == expected && (await errors).Length == 0 && files is ["canary"]
            ? null
            : $"'{command}' said '{output}' and '{await errors}', and left {string.Join(' ', files)}.";
    }
}
