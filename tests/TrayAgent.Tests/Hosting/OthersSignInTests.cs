using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Files;
using TrayAgent.Hosting;
using TrayAgent.Tests.Act;

namespace TrayAgent.Tests.Hosting;

/// <summary>The agent while another process of ours signs in; the test writes what that one would, and holds its lock.</summary>
public sealed class OthersSignInTests : IAsyncLifetime
{
    private readonly TempHome _home = new();
    private readonly FakeDesktop _desktop = new();
    private IHost _host = null!;
    private FileLock? _lock;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _home.Config("[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n"
            + "sso_registration_scopes = sso:account:access\n[profile work]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = r\n");
        _home.Claude("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "work", "AWS_REGION": "eu-west-1" } }""");
        _host = TestHost.Build(Machine.Open(_home.WithHome, TimeProvider.System, NullLoggerFactory.Instance), _desktop);
        await _host.StartAsync(Cancel);
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _lock?.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task What_claude_code_asked_for_is_shown_like_an_own_sign_in()
    {
        Begin("AuthRefresh");
        var notice = await _desktop.NoticeAsync(one => one.Key == NoticeKeys.SignIn("corp"));
        Assert.Contains("WXYZ-WXYZ", notice.Body, StringComparison.Ordinal);
        Assert.Equal(Keep.Transient, notice.Keep);
        var tray = await _desktop.TrayAsync(view => view.Icon == TrayIcon.Busy);
        Assert.Equal(["Signing in to corp", "corp.awsapps.com, code WXYZ-WXYZ", "Cancel"], tray.Menu.Take(3).Select(Label));

        End("SignedIn", "Signed in to 'corp' as ann.");
        var told = await _desktop.NoticeAsync(one => one.Key == NoticeKeys.SignIn("corp"));
        Assert.Equal("Signed in to corp", told.Title);
        Assert.Equal("Signed in to 'corp' as ann.", told.Body);
    }

    [Fact]
    public async Task Cancel_reaches_the_process_that_signs_in()
    {
        Begin("AuthRefresh");
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Busy);
        _desktop.Choose(new Choice.CancelSignIn("corp"));
        await Wait.UntilAsync(() => File.Exists(FileOf(".cancel")));
        Assert.Equal("{\"pid\":1}", await File.ReadAllTextAsync(FileOf(".cancel"), Cancel));
    }

    /// <summary>The person looks at it there; a second notice would be one too many.</summary>
    [Fact]
    public async Task What_runs_in_a_terminal_keeps_the_tray_busy_and_gives_no_notice()
    {
        Begin("Person");
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Busy);
        End("Failed", "Nobody approved.");
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
        Assert.DoesNotContain(NoticeKeys.SignIn("corp"), _desktop.Notified);
    }

    [Fact]
    public async Task Who_was_killed_keeps_nobody_busy()
    {
        Begin("AuthRefresh");
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Busy);
        _lock!.Dispose();
        _desktop.Choose(new Choice.ShowStatus());
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
    }

    private string FileOf(string ending) =>
        Path.Combine(_home.AwsPaths.Locks, CacheFileNames.Token("corp") + ".sign-in" + ending);

    private void Begin(string asker)
    {
        _lock = FileLock.TryTake(FileOf(""));
        Put(".progress", $$"""
            {"pid":1,"at":"2026-01-01T00:00:00Z","asker":"{{asker}}","purpose":"SignIn","stage":"WaitingForPerson","host":"corp.awsapps.com","userCode":"WXYZ-WXYZ"}
            """);
    }

    private void End(string result, string text)
    {
        Put(".outcome", $$"""{"pid":1,"at":"{{DateTimeOffset.UtcNow:O}}","result":"{{result}}","text":"{{text}}"}""");
        File.Delete(FileOf(".progress"));
        _lock!.Dispose();
    }

    private void Put(string ending, string text)
    {
        File.WriteAllText(FileOf(ending) + ".new", text.Trim());
        File.Move(FileOf(ending) + ".new", FileOf(ending), overwrite: true);
    }

    private static string Label(MenuItem item) => item switch
    {
        MenuItem.Text(var label) => label,
        MenuItem.Command(var label, _) => label,
        _ => throw new UnreachableException(),
    };
}
