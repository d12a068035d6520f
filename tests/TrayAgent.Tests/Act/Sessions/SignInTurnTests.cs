using TrayAgent.Act.Sessions;
using TrayAgent.Core.Decide;

namespace TrayAgent.Tests.Act.Sessions;

/// <summary>Several processes that want the same session.</summary>
public sealed class SignInTurnTests : IAsyncLifetime
{
    private const string Proven = "SignedIn: Signed in to 'corp' as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann.";

    private readonly SignInHome _home = new();
    private readonly Steps _steps = new();

    private string ProgressFile => Path.Combine(_home.Paths.Locks, _home.Session.CacheFileName + ".sign-in.progress");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task Two_at_once_start_one_cli_and_both_are_signed_in()
    {
        _home.Says("waits", "");
        var first = Run(_home.Approves(SignInHome.Device).Request);
        await _steps.WaitingForPerson;
        var others = new Steps();
        var second = _home.SignIns.SignInAsync(_home.Request, others, TestContext.Current.CancellationToken);
        Assert.Equal("ABCD-EFGH", (await others.WaitingForPerson).UserCode);
        var told = await File.ReadAllTextAsync(ProgressFile, TestContext.Current.CancellationToken);
        _home.Says("go", "");

        Assert.Equal(Proven, Text(await first));
        Assert.Equal(
            Proven.Replace("SignedIn: ", "SignedIn: Another TrayAgent process reports: ", StringComparison.Ordinal), Text(await second));
        Assert.Single(_home.Calls());
        Assert.Single(_home.Opened);
        Assert.DoesNotContain("user_code=", told, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", told, StringComparison.Ordinal);
        Assert.False(File.Exists(ProgressFile));
    }

    /// <summary>A sign-in while the session lives does not move its end, so it is not what a renewal is for.</summary>
    [Fact]
    public async Task A_renewal_that_waited_for_a_sign_in_renews_afterwards()
    {
        _home.HasToken("old-token");
        _home.Says("waits", "");
        var first = Run(_home.Approves(SignInHome.Device).Request);
        await _steps.WaitingForPerson;
        var others = new Steps();
        var second = _home.SignIns.RenewAsync(_home.Request, others, TestContext.Current.CancellationToken);
        await others.WaitingForPerson;
        _home.Says("go", "");
        await first;
        File.Delete(Path.Combine(_home.Script, "waits"));
        _home.Approves(SignInHome.Device, "newer-token");
        Assert.Equal(Proven, Text(await second));
        Assert.Contains("POST /logout", _home.Portal.Requests);
    }

    [Fact]
    public async Task Another_process_can_ask_it_to_give_up()
    {
        _home.Says("waits", "");
        var running = Run(_home.Approves(SignInHome.Device).Request with { Asker = Asker.AuthRefresh });
        await _steps.WaitingForPerson;
        await Wait.UntilAsync(() => File.Exists(ProgressFile));
        Assert.Contains("\"asker\":\"AuthRefresh\"", await File.ReadAllTextAsync(ProgressFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        _home.SignIns.AskToCancel(_home.Session);
        Assert.Equal("Cancelled: The sign-in to 'corp' was cancelled.", Text(await running));
        Assert.Empty(Directory.GetFiles(_home.Paths.Locks, "*.cancel"));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public async Task A_request_to_give_up_is_for_the_process_that_it_names(int process, bool obeyed)
    {
        Directory.CreateDirectory(_home.Paths.Locks);
        await File.WriteAllTextAsync(
            Path.Combine(_home.Paths.Locks, _home.Session.CacheFileName + ".sign-in.cancel"),
            $"{{\"pid\":{(process == 0 ? Environment.ProcessId : process)}}}",
            TestContext.Current.CancellationToken);
        Assert.Equal(obeyed, new SignInFiles(_home.Paths, _home.Session, TimeProvider.System).IsAskedToCancel());
    }

    [Fact]
    public async Task The_progress_is_for_its_owner_only()
    {
        _home.Says("waits", "");
        var running = Run(_home.Approves(SignInHome.Device).Request);
        await _steps.WaitingForPerson;
        await Wait.UntilAsync(() => File.Exists(ProgressFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(ProgressFile).UnixFileMode);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new FileInfo(_home.Paths.Locks).UnixFileMode);
        _home.Says("go", "");
        await running;
    }

    [Fact]
    public async Task Who_waits_can_stop_waiting_and_hears_of_a_cancelled_attempt()
    {
        _home.Says("waits", "");
        using var cancel = new CancellationTokenSource();
        using var impatience = new CancellationTokenSource();
        var first = _home.SignIns.SignInAsync(_home.Approves(SignInHome.Device).Request, _steps, cancel.Token);
        await _steps.WaitingForPerson;
        var (patient, impatient) = (new Steps(), new Steps());
        var second = _home.SignIns.SignInAsync(_home.Request, patient, TestContext.Current.CancellationToken);
        var third = _home.SignIns.SignInAsync(_home.Request, impatient, impatience.Token);
        await Task.WhenAll(patient.WaitingForPerson, impatient.WaitingForPerson);

        await impatience.CancelAsync();
        Assert.Equal(
            $"Cancelled: The sign-in to 'corp' goes on in process {Environment.ProcessId}; this process no longer waits for it.",
            Text(await third));
        await cancel.CancelAsync();
        Assert.Equal("Cancelled: The sign-in to 'corp' was cancelled.", Text(await first));
        Assert.Equal("Cancelled: Another TrayAgent process reports: The sign-in to 'corp' was cancelled.", Text(await second));
        Assert.False(SignInHome.IsRunning(Assert.Single(_home.Calls())));
    }

    private Task<SignInOutcome> Run(SignInRequest request) =>
        _home.SignIns.SignInAsync(request, _steps, TestContext.Current.CancellationToken);

    private static string Text(SignInOutcome outcome) => $"{outcome.Result}: {outcome.Text}";
}
