using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Verbs;

/// <summary>'trayagent path on|off', by which the installer makes it a command of new terminals.</summary>
public sealed class UserPathTests(Wine wine)
{
    private const string Environment = @"HKCU\Environment";

    [Fact]
    public async Task A_folder_that_is_there_in_other_letters_is_there_and_what_is_no_text_is_left_alone()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var folder = wine.ToWindows(Path.GetDirectoryName(WindowsProgram.Path)!);
        var written = $"\"{folder.Replace('\\', '/').ToUpperInvariant()}/\";%USERPROFILE%\\bin";
        try
        {
            await machine.SetRegistryAsync(Environment, "Path", "REG_EXPAND_SZ", written);
            Assert.Equal(0, (await machine.RunAsync("path", "on")).ExitCode);
            Assert.Equal(written, await machine.RegistryAsync(Environment, "Path"));

            Assert.Equal(0, (await machine.RunAsync("path", "off")).ExitCode);
            Assert.Equal(@"%USERPROFILE%\bin", await machine.RegistryAsync(Environment, "Path"));

            await machine.SetRegistryAsync(Environment, "Path", "REG_MULTI_SZ", @"C:\one\0C:\two");
            var end = await machine.RunAsync("path", "on");
            Assert.Equal((1, @"'HKCU\Environment\Path' cannot be changed: it is no text but of the kind 'MultiString', and was left as it is. Correct or delete it."), (end.ExitCode, end.Error.Trim()));
            Assert.Equal(@"C:\one\0C:\two", await machine.RegistryAsync(Environment, "Path"));
        }
        finally
        {
            await machine.RunToEndAsync("reg", "delete", Environment, "/v", "Path", "/f");
        }
    }
}
