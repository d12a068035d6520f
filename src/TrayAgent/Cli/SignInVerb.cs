using TrayAgent.Act.Sessions;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary>Finds the session, acts, and says how it went; what a person must do meanwhile goes to stderr.</summary>
internal sealed class SignInVerb(Machine machine, Streams streams)
{
    public static Task<SignInOutcome> SignIn(
        SignIns signIns, SignInRequest request, IProgress<SignInProgress> progress, CancellationToken stop) =>
        signIns.SignInAsync(request, progress, stop);

    public static Task<SignInOutcome> Renew(
        SignIns signIns, SignInRequest request, IProgress<SignInProgress> progress, CancellationToken stop) =>
        signIns.RenewAsync(request, progress, stop);

    public static Task<SignInOutcome> SignOut(
        SignIns signIns, SignInRequest request, IProgress<SignInProgress> progress, CancellationToken stop) =>
        signIns.SignOutAsync(request, stop);

    public async Task<int> RunAsync(
        string? profile,
        string? session,
        Func<SignInRequest, SignInRequest> shape,
        Func<SignIns, SignInRequest, IProgress<SignInProgress>, CancellationToken, Task<SignInOutcome>> action,
        CancellationToken stop)
    {
        if (profile is not null && session is not null)
        {
            await streams.Error.WriteLineAsync("Name the session with '--profile' or with '--session', not with both.");
            return ExitCode.Usage;
        }

        var snapshot = await machine.Inspector.InspectSettledAsync(stop);
        switch (Targets.Find(snapshot, profile, session))
        {
            case Target.Found(var found, var through):
                var request = shape(SignInRequest.From(snapshot, found) with { Profile = through?.Name });
                var outcome = await action(machine.SignIns(Browsers.Current), request, new SignInTelling(streams.Error.WriteLine), stop);
                await RememberAsync(outcome);
                return await TellAsync(outcome);

            case Target.NotFound(var message):
                await streams.Error.WriteLineAsync(message);
                return ExitCode.Usage;

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task RememberAsync(SignInOutcome outcome)
    {
        try
        {
            // Not with the token of Ctrl-C: what happened must be remembered also when the person had enough.
            await machine.State.UpdateAsync(was => was.After(outcome, machine.Time.GetUtcNow()), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await streams.Error.WriteLineAsync($"What happened cannot be remembered: {e.Message}");
        }
    }

    private async Task<int> TellAsync(SignInOutcome outcome)
    {
        var isFine = outcome is { Result: SignInResult.SignedIn or SignInResult.SignedOut, LeftFiles: false };
        await (isFine ? streams.Out : streams.Error).WriteLineAsync(Visible.Of(outcome.Text));
        return outcome.Result switch
        {
            _ when isFine => ExitCode.Fine,
            SignInResult.Cancelled => ExitCode.Cancelled,
            _ => ExitCode.Failed,
        };
    }
}
