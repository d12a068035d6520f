using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Installer;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>The agent as a person has it: started by <c>trayagentw.exe</c>, which also stands behind the Run key and the links of notices.</summary>
[Collection(nameof(Taskbar))]
public sealed class WindowlessAgentTests(Wine wine, Taskbar taskbar)
{
    private const string Close = "0x10";
    private const string Run = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
    private const string LinkCommand = @"HKCU\Software\Classes\trayagent\shell\open\command";

    [Fact]
    public async Task It_lives_hears_links_and_ends_as_one_from_a_terminal()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        WindowsAgent.Prepare(machine);
        var folder = wine.ToWindows(await ShippedFiles.FolderAsync(wine, machine));
        var agent = new WindowsAgent(machine);
        try
        {
            var aws = await AwsAsync();
            taskbar.StartProgram(machine, "cmd", "/c", $@"set PATH={wine.ToWindows(aws)}&& {folder}\trayagentw.exe run --verbose");
            await taskbar.ShowsAsync(IconColour.Red);
            await agent.LogsAsync("so they come as balloons");

            // The click on the balloon is a sign-in.
            await taskbar.PostAsync("0x8002", 0, (1 << 16) | 0x405);
            await Until.TrueAsync(() => ReadOf(aws).EndsWith("handle\n", StringComparison.Ordinal), "the agent asked 'aws' for its version");
            Assert.StartsWith("no console\n", ReadOf(aws), StringComparison.Ordinal);

            Assert.Equal($"\"{folder}\\trayagentw.exe\" notice \"%1\"", await machine.RegistryDefaultAsync(LinkCommand));
            await machine.RunToEndAsync($@"{folder}\trayagentw.exe", "notice", "trayagent:notice/0");
            await agent.LogsAsync("Step because of ShowStatus");
            await taskbar.PostAsync(Close);
            await agent.LogsAsync("The agent ends");
            await taskbar.ShowsAsync(null);

            // A click on what it left behind starts it anew, on the desktop of who clicked.
            taskbar.StartProgram(machine, $@"{folder}\trayagentw.exe", "notice", "trayagent:notice/0");
            await taskbar.ShowsAsync(IconColour.Red);
            await agent.LogsAsync("The icon is in the notification area.", times: 2);
            taskbar.EndSession();
            await agent.LogsAsync("The agent ends", times: 2);
            await taskbar.ShowsAsync(null);
        }
        catch (Exception)
        {
            await taskbar.PictureAsync("failed");
            TestContext.Current.TestOutputHelper?.WriteLine(agent.Log);
            await taskbar.PostAsync(Close);
            throw;
        }
    }

    [Fact]
    public async Task The_Run_key_names_it_where_it_lies_beside_the_program_and_either_is_ours()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var folder = await ShippedFiles.FolderAsync(wine, machine);
        var (program, launcher) = ($@"{wine.ToWindows(folder)}\trayagent.exe", $@"{wine.ToWindows(folder)}\trayagentw.exe");
        var away = Path.Combine(wine.Drive, "away.exe");

        Assert.StartsWith("TrayAgent starts at login", await AutostartAsync("on"), StringComparison.Ordinal);
        Assert.Equal($"\"{launcher}\" run", await machine.RegistryAsync(Run, "TrayAgent"));

        File.Move(Path.Combine(folder, "trayagentw.exe"), away);
        Assert.Contains($"but '{launcher}' is not there", await AutostartAsync("status"), StringComparison.Ordinal);
        Assert.StartsWith("TrayAgent starts at login", await AutostartAsync("on"), StringComparison.Ordinal);
        Assert.Equal($"\"{program}\" run", await machine.RegistryAsync(Run, "TrayAgent"));
        File.Move(away, Path.Combine(folder, "trayagentw.exe"));

        // As the versions before wrote it.
        Assert.StartsWith("TrayAgent starts at login", await AutostartAsync("status"), StringComparison.Ordinal);

        // That of a program elsewhere.
        await machine.SetRegistryAsync(Run, "TrayAgent", "REG_SZ", $"\"{launcher}\" run");
        Assert.Contains($"Another program starts at login: '{program}'", (await machine.RunAsync("autostart", "status")).Out, StringComparison.Ordinal);
        await AutostartAsync("off");
        Assert.Null(await machine.RegistryAsync(Run, "TrayAgent"));

        async Task<string> AutostartAsync(string verb) =>
            (await WindowsMachine.EndOfAsync(machine.StartProgram(program, "autostart", verb))).Out;
    }

    /// <summary>A folder with an <c>aws.exe</c> that tells how it was started: see <c>witness.c</c>.</summary>
    private async Task<string> AwsAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(wine.Drive, "witness")).FullName;
        File.Copy(await NativePrograms.WitnessAsync(wine), Path.Combine(folder, "aws.exe"), overwrite: true);
        return folder;
    }

    private static string ReadOf(string folder) => File.Exists(Path.Combine(folder, "started")) ? File.ReadAllText(Path.Combine(folder, "started")) : "";
}
