using System.Collections.Immutable;
using TrayAgent.Act.Broker;
using TrayAgent.Files;

namespace TrayAgent.Tests.Act.Broker;

/// <summary>A program that nothing ends that ends its starter.</summary>
public sealed class DetachedProgramTests
{
    [Fact]
    public async Task It_leads_a_session_of_its_own_and_holds_none_of_our_streams()
    {
        using var programs = new SleepingProgram();
        var program = programs.Start();
        var process = $"/proc/{program.Id}";
        await Wait.UntilAsync(() => File.ReadAllText($"{process}/comm") == "sleep\n");

        // "pid (name) state parent group session ...": https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
        Assert.Equal([$"{program.Id}", $"{program.Id}"], File.ReadAllText($"{process}/stat").Split(' ')[4..6]);
        Assert.Equal(
            ["0 /dev/null", "1 /dev/null", "2 /dev/null"],
            new DirectoryInfo($"{process}/fd").GetFiles().Select(file => $"{file.Name} {file.LinkTarget}").Order());
        Assert.Equal("ONLY=this\0", File.ReadAllText($"{process}/environ"));
        Assert.Equal(Environment.CurrentDirectory, new DirectoryInfo($"{process}/cwd").LinkTarget);
        Assert.False(program.HasEnded());
        SleepingProgram.Kill(program);
        await Wait.UntilAsync(program.HasEnded);
        Assert.False(Directory.Exists(process));
    }

    [Fact]
    public void One_that_cannot_be_started_is_named()
    {
        var failure = Assert.Throws<IOException>(
            () => DetachedProgram.Start("/nowhere/trayagent", [], new ProcessEnvironment(ImmutableDictionary<string, string>.Empty)));
        Assert.StartsWith("'/nowhere/trayagent' could not be started: ", failure.Message, StringComparison.Ordinal);
    }
}
