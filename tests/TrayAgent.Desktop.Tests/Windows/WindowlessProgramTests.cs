using TrayAgent.Desktop.Windows;

namespace TrayAgent.Desktop.Tests.Windows;

public sealed class WindowlessProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("windowless-").FullName;

    [Theory]
    [InlineData("trayagent.exe", "trayagentw.exe")]
    [InlineData("TrayAgent.EXE", "trayagentw.exe")]
    [InlineData("trayagent-0.2.exe", "trayagent-0.2.exe")]
    public void It_stands_for_the_program_of_this_name_alone_which_is_the_one_that_it_starts(string program, string started)
    {
        File.WriteAllText(In("trayagentw.exe"), "");

        Assert.Equal(In(started), WindowlessProgram.For(In(program)));
    }

    [Fact]
    public void Without_it_the_program_stands_for_itself() => Assert.Equal(In("trayagent.exe"), WindowlessProgram.For(In("trayagent.exe")));

    [Fact]
    public void What_it_starts_lies_beside_it_and_one_that_is_gone_starts_nothing()
    {
        Assert.Equal(In("trayagentw.exe"), WindowlessProgram.StartedBy(In("trayagentw.exe")));

        File.WriteAllText(In("trayagentw.exe"), "");
        Assert.Equal(In("trayagent.exe"), WindowlessProgram.StartedBy(In("trayagentw.exe")));
        Assert.Equal(In("another.exe"), WindowlessProgram.StartedBy(In("another.exe")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);
}
