using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Files;

/// <summary>Where tools look for a person's files on Windows.</summary>
public sealed class HomeTests(Wine wine)
{
    private const string Lxss = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Lxss";

    /// <summary>As Git for Windows and many a company's login script do.</summary>
    [Fact]
    public async Task HOME_parts_the_tools()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        Homes.Write(Homes.Corp, machine.Write);

        var end = await WindowsMachine.EndOfAsync(machine.StartWith("HOME", @"C:\other", "status"));

        var text = string.Join(' ', end.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var home = wine.ToWindows(machine.InHome("")).TrimEnd('\\');
        Assert.Contains(
            $@"Tools disagree on your home folder: AWS CLI takes '{home}', JavaScript SDK takes 'C:\other'; "
            + $"a sign-in with one is not seen by the others. → Unset 'HOME', or set it to '{home}'.",
            text,
            StringComparison.Ordinal);
        Assert.Contains($@"AWS config {home}\.aws\config", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tilde_and_USERPROFILE_are_taken_as_the_AWS_CLI_takes_them()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        machine.Environment["AWS_CONFIG_FILE"] = @"~\elsewhere\config";

        var end = await WindowsMachine.EndOfAsync(machine.StartWith("USERPROFILE", @"C:\other", "status"));

        Assert.Contains(@"AWS config       C:\other\elsewhere\config", end.Out, StringComparison.Ordinal);
        Assert.Contains(@"SSO cache        C:\other\.aws\sso\cache", end.Out, StringComparison.Ordinal);
    }

    /// <summary>Wine looks up shares of servers in a folder of its prefix, so that a folder can be a distribution.</summary>
    [Fact]
    public async Task A_WSL_distribution_that_runs_is_looked_at_and_another_one_is_not()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        machine.Write(".aws/config", Homes.Config);
        var distribution = Path.Combine(wine.Drive, "ubuntu");
        Homes.Write(Homes.Corp, (path, text) => Put(Path.Combine(distribution, "home/ann", path), text));
        Put(Path.Combine(distribution, "etc/passwd"), "root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\n");
        var server = Directory.CreateDirectory(Path.Combine(wine.Drive, "../dosdevices/unc/wsl.localhost")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(server, "Ubuntu"), distribution);
        var program = Path.Combine(wine.Drive, "windows/system32/wsl.exe");
        File.Copy(await NativePrograms.WslAsync(wine), program);
        try
        {
            foreach (var name in new[] { "Ubuntu", "Debian", "docker-desktop" })
            {
                await wine.RegistryAsync($@"{Lxss}\{{{name}}}", "DistributionName", "REG_SZ", name);
                await wine.RegistryAsync($@"{Lxss}\{{{name}}}", "State", "REG_DWORD", "1");
                await wine.RegistryAsync($@"{Lxss}\{{{name}}}", "DefaultUid", "REG_DWORD", "1000");
            }

            var end = await machine.RunAsync("status");

            Assert.Contains("In WSL Ubuntu 'corp' is signed in, but not here", end.Out, StringComparison.Ordinal);
            Assert.EndsWith(
                """
                OTHER HOMES
                  WSL Debian: not known to run, so it was not looked at
                  WSL Ubuntu: \\wsl.localhost\Ubuntu\home\ann
                    corp: access token until 00:00 on 2099-01-01, can be refreshed
                    https://d-2.awsapps.com/start: signed out
                    Claude Code uses the profile 'dev'
                """.ReplaceLineEndings("\n"),
                end.Out.TrimEnd(),
                StringComparison.Ordinal);
            Assert.Equal([".aws/config"], Directory.GetFiles(machine.InHome(".aws"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(machine.InHome(""), file)));
        }
        finally
        {
            await wine.UnregisterAsync(Lxss);
            File.Delete(program);
        }
    }

    private static void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
