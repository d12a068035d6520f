using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Files;

/// <summary>Who may open a file stays so when it is written. Wine makes a list of the file's mode when it is asked, and a mode of the list that it is given.</summary>
public sealed class AccessTests(Wine wine)
{
    private const string Settings = ".claude/settings.json";
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Closed, or for others to read. More than that Wine does not give a new file, because Linux's umask takes it away.</summary>
    [Theory]
    [InlineData(UnixFileMode.None, "")]
    [InlineData(UnixFileMode.OtherRead, "(A;;0x1200a9;;;WD)")]
    public async Task The_new_file_has_the_list_of_the_old_one_from_its_first_moment(UnixFileMode others, string entry)
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        Homes.Write(Homes.Corp, machine.Write);
        File.SetUnixFileMode(machine.InHome(Settings), Owner | others);
        var before = await ListOfAsync(machine, Settings);
        Assert.EndsWith($"D:(A;;FA;;;SY)(A;;FA;;;S-1-5-21-0-0-0-1000){entry}", before, StringComparison.Ordinal);

        // Wine tells of every file that is opened, and whether it was given a list.
        machine.Environment["WINEDEBUG"] = "+file";
        var fix = machine.Start("claude", "fix", "--yes");
        Assert.Equal(0, (await WindowsMachine.EndOfAsync(fix)).ExitCode);
        machine.Environment["WINEDEBUG"] = "-all";

        var made = Assert.Single(fix.StandardError, line =>
            line.Contains(":NtCreateFile ", StringComparison.Ordinal)
            && line.Contains(@"\\.claude\\.settings.json.", StringComparison.Ordinal)
            && line.Contains(" disp=2 ", StringComparison.Ordinal));
        Assert.Contains(" sec=0x", made, StringComparison.Ordinal);
        Assert.Contains("eu.anthropic.claude-opus-4-8", File.ReadAllText(machine.InHome(Settings)), StringComparison.Ordinal);
        Assert.Equal(before, await ListOfAsync(machine, Settings));
    }

    [Fact]
    public async Task A_file_that_was_not_there_gets_what_any_new_file_in_its_folder_gets()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        Homes.Write(Homes.Corp, machine.Write);
        File.Delete(machine.InHome(Settings));
        await machine.RunToEndAsync("cmd", "/c", $"echo x> {wine.ToWindows(machine.InHome(".claude/other"))}");

        var end = await machine.RunAsync("claude", "fix", "--profile", "dev", "--mode", "plain", "--yes");

        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.Equal(await ListOfAsync(machine, ".claude/other"), await ListOfAsync(machine, Settings));
    }

    /// <summary>By .NET's part in it alone, because Wine keeps no such lists.</summary>
    [Fact]
    public async Task Entries_are_kept_as_they_are_and_in_their_order_and_those_of_the_folder_are_left_to_it()
    {
        (string Old, string New)[] table =
        [
            // A person and a group besides the owner; nobody at all.
            ("D:P(A;;FA;;;SY)(A;;FW;;;BU)(A;;FR;;;S-1-5-21-1-2-3-1001)", "D:P(A;;FA;;;SY)(A;;FW;;;BU)(A;;FR;;;S-1-5-21-1-2-3-1001) alone"),
            ("D:P", "D:P alone"),

            // No list at all, which lets everybody in.
            ("everybody", "everybody alone"),

            // A denial, before and after an entry that it must not go before: so Git Bash writes them.
            ("D:P(D;;FW;;;S-1-5-21-1-2-3-1001)(A;;FA;;;BU)", "D:P(D;;FW;;;S-1-5-21-1-2-3-1001)(A;;FA;;;BU) alone"),
            ("D:P(A;;FA;;;S-1-5-21-1-2-3-1000)(D;;FW;;;WD)(A;;FR;;;WD)", "D:P(A;;FA;;;S-1-5-21-1-2-3-1000)(D;;FW;;;WD)(A;;FR;;;WD) alone"),

            // Handed down by the folder, altogether and in part.
            ("D:AI(A;ID;FA;;;SY)(A;ID;FR;;;BU)", "its folder's"),
            ("D:AI(D;;FR;;;BU)(A;ID;FA;;;SY)", "D:(D;;FR;;;BU) and its folder's"),
        ];
        await using var machine = await WindowsMachine.StartAsync(wine);

        var end = await WindowsMachine.EndOfAsync(machine.StartProgram([SharingProgram.Path, "access", .. table.Select(row => row.Old)]));

        Assert.Equal("", end.Error);
        Assert.Equal(table.Select(row => row.New), end.Out.Split('\n').Select(line => line.TrimEnd('\r')));
    }

    private async Task<string> ListOfAsync(WindowsMachine machine, string file)
    {
        var end = await WindowsMachine.EndOfAsync(machine.StartProgram(await NativePrograms.AccessAsync(wine), wine.ToWindows(machine.InHome(file))));
        Assert.Equal("", end.Error);
        return end.Out.TrimEnd();
    }
}
