using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;
using TrayAgent.Inspect;
using TrayAgent.Tests.Act;

namespace TrayAgent.Tests.Hosting;

/// <summary>The agent on Windows beside a WSL distribution, which a folder plays: nobody tells of changes there.</summary>
public sealed class OtherHomeWatchTests : IAsyncLifetime
{
    private const string Config =
        "[sso-session corp]\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n"
        + "[profile work]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Developer\n";

    private readonly TempHome _here = new();
    private readonly TempHome _there = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly FakeDesktop _desktop = new();
    private IHost _host = null!;
    private int _asked;
    private volatile bool _runs = true;

    public async ValueTask InitializeAsync()
    {
        _here.Config(Config);
        _here.Claude("""
            {
              "env": {
                "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "work", "AWS_REGION": "eu-west-1",
                "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
                "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
              }
            }
            """);
        Directory.CreateDirectory(Path.Combine(_there.Folder, "etc"));
        File.WriteAllText(Path.Combine(_there.Folder, "etc", "passwd"), "ann:x:1000:1000::/:/bin/sh\n");
        _there.Config(Config);
        _host = TestHost.Build(Machine.Open(_here.WithHome, _time, NullLoggerFactory.Instance).With(Places), _desktop);
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_sign_in_there_is_seen_within_a_minute_and_nothing_is_copied()
    {
        Assert.DoesNotContain("WSL", Menu(await _desktop.TrayAsync(_ => true)), StringComparison.Ordinal);
        var token = _there.Token("corp", _time.GetUtcNow().AddHours(8));
        var before = Files(_there);

        PassAMinute();
        var seen = Menu(await _desktop.TrayAsync(IsSplit));

        Assert.Contains("Sign in to corp\n", seen, StringComparison.Ordinal);
        Assert.Equal(before, Files(_there));
        Assert.Empty(Directory.GetFiles(_here.SsoCache));

        File.Delete(token);
        PassAMinute();
        await _desktop.TrayAsync(view => !IsSplit(view));
    }

    [Fact]
    public async Task One_that_has_stopped_is_left_alone_and_files_here_are_no_reason_to_ask_there()
    {
        _there.Token("corp", _time.GetUtcNow().AddHours(8));
        PassAMinute();
        await _desktop.TrayAsync(IsSplit);
        _runs = false;
        PassAMinute();
        await _desktop.TrayAsync(view => !IsSplit(view));

        var asked = Volatile.Read(ref _asked);
        await SoonAsync(() => _here.Token("corp", _time.GetUtcNow().AddHours(1)), TrayIcon.Fine);
        await SoonAsync(() => File.Delete(Directory.GetFiles(_here.SsoCache).Single()), TrayIcon.SignInNeeded);
        Assert.Equal(asked, Volatile.Read(ref _asked));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _here.Dispose();
        _there.Dispose();
    }

    private ImmutableArray<OtherPlace> Places()
    {
        Interlocked.Increment(ref _asked);
        return [new OtherPlace("WSL Ubuntu", _runs ? _there.Folder : null, 1000)];
    }

    /// <summary>Two beats of the agent.</summary>
    private void PassAMinute()
    {
        _time.Advance(TimeSpan.FromSeconds(30));
        _time.Advance(TimeSpan.FromSeconds(30));
    }

    /// <summary>The watch waits for a tenth of a second of quiet, by the clock that only this test moves.</summary>
    private async Task SoonAsync(Action change, TrayIcon icon)
    {
        change();
        var shown = _desktop.TrayAsync(view => view.Icon == icon);
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
            return shown.IsCompleted;
        });
        await shown;
    }

    private static bool IsSplit(TrayView view) => Menu(view).Contains("In WSL Ubuntu 'corp' is signed in, but not here", StringComparison.Ordinal);

    private static string Menu(TrayView view) => string.Concat(MenuLabels.Of(view.Menu).Select(label => label + "\n"));

    private static string[] Files(TempHome home) => Directory.GetFiles(home.Folder, "*", SearchOption.AllDirectories);
}
