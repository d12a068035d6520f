using TrayAgent.Desktop.Linux;

namespace TrayAgent.Desktop.Tests.Linux;

public sealed class BrowserOpenerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("browser-").FullName;
    private readonly Dictionary<string, string> _environment;

    public BrowserOpenerTests() => _environment = new() { ["PATH"] = _folder, ["DISPLAY"] = ":99" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("https://example.awsapps.com/start#/device?user_code=ABCD-EFGH")]
    [InlineData("https://example.com/;touch%20pwned?a=1&b=$(id)|`id`'")]
    public async Task The_page_is_one_argument_and_no_part_of_a_script(string page)
    {
        Program("xdg-open", """for a; do echo "<$a>"; done > "$0.args" """);

        var outcome = await OpenAsync(page);

        Assert.IsType<BrowserOutcome.Opened>(outcome);
        Assert.Equal($"<{new Uri(page).AbsoluteUri}>\n", await File.ReadAllTextAsync(
            Path.Join(_folder, "xdg-open.args"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_browser_that_stays_open_is_open()
    {
        Program("xdg-open", "exec sleep 5");
        Assert.IsType<BrowserOutcome.Opened>(await OpenAsync("https://example.com/"));
    }

    [Fact]
    public async Task A_failure_is_told_with_what_to_do()
    {
        Program("xdg-open", "exit 3");
        Check(
            $"'{_folder}/xdg-open' found no browser (exit code 3). Install one, or set BROWSER to its command.",
            await OpenAsync("https://example.com/"));
    }

    [Fact]
    public void Without_a_screen_there_is_no_browser()
    {
        Program("xdg-open", "");
        _environment.Remove("DISPLAY");
        Check(
            "There is no screen (DISPLAY and WAYLAND_DISPLAY are not set). Set BROWSER to one that can be started.",
            Opener.WhatIsMissing());
    }

    [Fact]
    public void A_named_browser_needs_no_screen()
    {
        Program("links", "");
        _environment.Remove("DISPLAY");
        _environment["BROWSER"] = "nosuch:links";
        Assert.Null(Opener.WhatIsMissing());
    }

    [Fact]
    public void Without_an_opener_there_is_no_browser() =>
        Check("'xdg-open' was not found. Install the package 'xdg-utils', or set BROWSER.", Opener.WhatIsMissing());

    private BrowserOpener Opener => new(_environment.GetValueOrDefault);

    private Task<BrowserOutcome> OpenAsync(string page) =>
        Opener.OpenAsync(new Uri(page), TestContext.Current.CancellationToken);

    private static void Check(string expected, BrowserOutcome? outcome) =>
        Assert.Equal(expected, Assert.IsType<BrowserOutcome.NoBrowser>(outcome).Reason);

    private void Program(string name, string script)
    {
        var path = Path.Join(_folder, name);
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
