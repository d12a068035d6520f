using System.Text;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Console;

/// <summary>How the program speaks to terminals and programs.</summary>
public sealed class ConsoleTests(Wine wine)
{
    [Fact]
    public async Task Programs_read_UTF_8_with_the_line_ends_of_all_systems()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        machine.Write(".aws/config", Homes.Config.Replace("corp", "é名", StringComparison.Ordinal));
        var output = machine.InHome(".aws/output");

        await WindowsMachine.EndOfAsync(machine.StartProgram(
            "cmd", "/c", $"{wine.ToWindows(WindowsProgram.Path)} status > {wine.ToWindows(output)}"));

        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await File.ReadAllBytesAsync(output, TestContext.Current.CancellationToken));
        Assert.Contains("\n  é名 is signed out\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFEFF", text, StringComparison.Ordinal);
    }

    /// <summary>Wine has no key for Ctrl-Break, and closes no console of which programs could hear.</summary>
    [Fact]
    public async Task Ctrl_C_cancels_a_verb_and_leaves_nothing_locked()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        machine.Write(".aws/config", Homes.Config);
        machine.Write("AppData/Roaming/TrayAgent/settings.json", """{ "allowLoopbackEndpoints": true }""");
        var output = machine.InHome(".aws/output");

        var press = machine.StartInto(
            "NUL",
            wine.ToWindows(await NativePrograms.PressAsync(wine)),
            wine.ToWindows(output),
            wine.ToWindows(WindowsProgram.Path),
            "login --session corp --device-code --no-browser");

        Assert.Equal(4, await press.EndAsync(TimeSpan.FromSeconds(60)));
        Assert.EndsWith("The sign-in to 'corp' was cancelled.\n", await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(File.Exists(machine.InHome(Homes.Token)));
    }

    [Fact]
    public void The_icon_is_in_the_program_itself_in_all_sizes_and_as_PNG()
    {
        var pictures = PeIcon.Of(WindowsProgram.Path);

        Assert.Equal([16, 20, 24, 32, 48, 64, 256], pictures.Select(picture => picture.Size));
        Assert.All(pictures, picture => Assert.Equal("PNG", Encoding.ASCII.GetString(picture.Bytes, 1, 3)));
    }

    /// <summary>What it says to Windows itself: docs/platforms/windows.md.</summary>
    [Theory]
    [InlineData("<consoleAllocationPolicy xmlns=\"http://schemas.microsoft.com/SMI/2024/WindowsSettings\">detached</consoleAllocationPolicy>")]
    [InlineData("<longPathAware xmlns=\"http://schemas.microsoft.com/SMI/2016/WindowsSettings\">true</longPathAware>")]
    [InlineData("<dpiAwareness xmlns=\"http://schemas.microsoft.com/SMI/2016/WindowsSettings\">PerMonitorV2, PerMonitor</dpiAwareness>")]
    [InlineData("<activeCodePage xmlns=\"http://schemas.microsoft.com/SMI/2019/WindowsSettings\">UTF-8</activeCodePage>")]
    public void The_manifest_is_in_the_program_itself(string setting) => Assert.Contains(setting, PeManifest.Of(WindowsProgram.Path), StringComparison.Ordinal);
}
