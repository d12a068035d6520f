using TrayAgent.Desktop.Windows.Autostart;

namespace TrayAgent.Desktop.Tests.Windows;

public sealed class RunCommandTests
{
    [Theory]
    [InlineData(@"""C:\Program Files\TrayAgent\trayagent.exe"" run", @"C:\Program Files\TrayAgent\trayagent.exe")]
    [InlineData(@"C:\tools\trayagent.exe run", @"C:\tools\trayagent.exe")]
    [InlineData(@"\\server\tools\trayagent.exe", @"\\server\tools\trayagent.exe")]
    [InlineData(@"""C:\no end", @"C:\no end")]
    [InlineData("trayagent.exe run", null)]
    [InlineData("", null)]
    public void The_program_of_a_command_is_told(string command, string? program) => Assert.Equal(program, RunCommand.Program(command));
}
