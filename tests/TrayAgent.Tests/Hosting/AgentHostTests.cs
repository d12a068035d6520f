using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Desktop;
using TrayAgent.Events;
using TrayAgent.Hosting;
using TrayAgent.Tests.Act;

namespace TrayAgent.Tests.Hosting;

/// <summary>The whole agent in this process: real files, a scripted AWS CLI, a desktop that remembers.</summary>
public sealed class AgentHostTests : IAsyncLifetime
{
    private readonly TempHome _home = new();
    private readonly FakeDesktop _desktop = new();
    private Machine _machine = null!;
    private IHost _host = null!;

    private string Script => Path.Combine(_home.Folder, "script");

    public async ValueTask InitializeAsync()
    {
        _home.Config(
            """
            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access
            [profile work]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Developer
            """);
        _home.Claude("""
            {
              "env": {
                "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "work", "AWS_REGION": "eu-west-1",
                "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
                "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
              }
            }
            """);
        Directory.CreateDirectory(Script);
        _home.Environment = new(_home.Environment.Variables
            .SetItem("FAKE_AWS", Script)
            .SetItem("DOTNET_ROOT", Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? ""));
        _machine = Machine.Open(_home.WithHome, TimeProvider.System, NullLoggerFactory.Instance);
        Settings($$"""{ "awsCli": "{{SignInHome.Aws}}" }""");
        _host = TestHost.Build(_machine, _desktop);
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_token_written_by_another_process_turns_the_tray_fine()
    {
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
        _home.Token("corp", DateTimeOffset.UtcNow.AddHours(1));
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Fine);
    }

    [Fact]
    public async Task A_token_torn_for_a_moment_never_shows_signed_out()
    {
        var token = _home.Token("corp", DateTimeOffset.UtcNow.AddHours(1));
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Fine);
        var whole = await File.ReadAllBytesAsync(token, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(token, whole[..20], TestContext.Current.CancellationToken);
        var torn = await _desktop.TrayAsync(_ => true);
        Assert.Equal(TrayIcon.Fine, torn.Icon);
        await File.WriteAllBytesAsync(token, whole, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_agent_goes_on_looking_while_a_person_signs_in()
    {
        Says("stdout", SignInHome.Device);
        Says("waits", "");
        _desktop.Choose(new Choice.SignIn("corp"));
        var notice = await _desktop.NoticeAsync(one => one.Key == NoticeKeys.SignIn("corp"));
        Assert.Contains("ABCD-EFGH", notice.Body, StringComparison.Ordinal);
        Assert.Equal(Keep.Transient, notice.Keep);
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Busy);

        // Another session appears meanwhile.
        File.AppendAllText(_home.ConfigFile, "\n[sso-session lab]\nsso_start_url = https://lab.awsapps.com/start\nsso_region = eu-west-1\n");
        await _desktop.TrayAsync(view => MenuLabels.Of(view.Menu).Any(label => label.Contains("lab", StringComparison.Ordinal)));
        _desktop.Choose(new Choice.CancelSignIn("corp"));
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
    }

    [Fact]
    public async Task A_second_start_makes_the_first_one_say_its_status()
    {
        await _desktop.TrayAsync(_ => true);
        Inbox.AskToShow(_machine.Agent);
        await _desktop.NoticeAsync(notice => notice.Key == NoticeKeys.Status);
        Assert.Empty(Directory.EnumerateFiles(_machine.Agent.Inbox));
    }

    [Fact]
    public async Task A_request_that_is_being_written_is_not_taken()
    {
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
        var writing = Path.Combine(_machine.Agent.Inbox, ".1.request.trayagent.tmp");
        File.WriteAllText(writing, "");
        _home.Token("corp", DateTimeOffset.UtcNow.AddHours(1));
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Fine);
        File.WriteAllText(writing, "show-status");
        File.Move(writing, Path.Combine(_machine.Agent.Inbox, "1.request"));
        await _desktop.NoticeAsync(notice => notice.Key == NoticeKeys.Status);
    }

    [Fact]
    public async Task A_click_on_a_notice_that_another_process_brings_is_for_the_desktop_to_judge()
    {
        await _desktop.TrayAsync(_ => true);
        Inbox.Answer(_machine.Agent, "trayagent:notice/0123456789abcdef");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        var nonce = await _desktop.Answers.Reader.ReadAsync(limit.Token);
        Assert.Equal("0123456789abcdef", nonce);
        Assert.Empty(Directory.EnumerateFiles(_machine.Agent.Inbox));
    }

    [Fact]
    public async Task A_link_that_is_none_of_ours_only_shows_the_status()
    {
        await _desktop.TrayAsync(_ => true);
        Inbox.Answer(_machine.Agent, "trayagent:renew/corp");
        await _desktop.NoticeAsync(notice => notice.Key == NoticeKeys.Status);
        Assert.Equal(0, _desktop.Answers.Reader.Count);
    }

    [Fact]
    public async Task What_a_verb_remembers_of_a_dead_token_reaches_the_tray()
    {
        _home.Token("corp", DateTimeOffset.UtcNow.AddHours(1));
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Fine);
        await _machine.State.UpdateAsync(
            was => was.Refusing("corp", SsoToken.FingerprintOf("access")), TestContext.Current.CancellationToken);
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
    }

    [Fact]
    public async Task A_pipe_in_the_inbox_does_not_stop_it()
    {
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_machine.Agent.Inbox, "pipe.request")]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        _home.Token("corp", DateTimeOffset.UtcNow.AddHours(1));
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Fine);
    }

    [Fact]
    public async Task Settings_take_effect_while_it_runs()
    {
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
        _home.Claude("{}");
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Unknown);
        Settings("""{ "pinnedSessions": ["corp"] }""");
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
    }

    [Fact]
    public async Task An_inbox_that_is_no_folder_does_not_stop_the_look()
    {
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.SignInNeeded);
        Directory.Delete(_machine.Agent.Inbox, recursive: true);
        File.WriteAllText(_machine.Agent.Inbox, "");
        _home.Token("corp", DateTimeOffset.UtcNow.AddHours(1));
        await _desktop.TrayAsync(view => view.Icon == TrayIcon.Fine);
    }

    [Fact]
    public async Task While_the_screen_is_locked_other_processes_can_see_it()
    {
        _desktop.Happens(new DesktopEvent.Locked());
        await Wait.UntilAsync(() => File.Exists(_machine.Agent.ScreenLocked));
        _desktop.Happens(new DesktopEvent.Unlocked());
        await Wait.UntilAsync(() => !File.Exists(_machine.Agent.ScreenLocked));
        _desktop.Happens(new DesktopEvent.Locked());
        await Wait.UntilAsync(() => File.Exists(_machine.Agent.ScreenLocked));
        await _host.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(File.Exists(_machine.Agent.ScreenLocked));
    }

    [Fact]
    public async Task Quit_ends_it()
    {
        _desktop.Choose(new Choice.Quit());
        await _host.WaitForShutdownAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _home.Dispose();
    }

    private void Settings(string json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_machine.Agent.SettingsFile)!);
        File.WriteAllText(_machine.Agent.SettingsFile, json);
    }

    private void Says(string name, string text) => File.WriteAllText(Path.Combine(Script, name), text);
}
