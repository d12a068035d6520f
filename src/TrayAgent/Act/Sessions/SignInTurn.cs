using TrayAgent.Act.Aws;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;

namespace TrayAgent.Act.Sessions;

/// <summary>One process at a time signs in to a session; the others look on and share its end.</summary>
/// <param name="files">What the processes tell each other.</param>
/// <param name="tokens">Tells a waiting process that somebody signed in, even if nobody told it.</param>
/// <param name="request">The session in question, and who asks.</param>
/// <param name="purpose">A renewal is not done by the sign-in of another process.</param>
/// <param name="what">What is done, as the subject of a sentence: "The sign-in to 'corp'".</param>
/// <param name="time">The clock.</param>
internal sealed class SignInTurn(
    SignInFiles files, TokenFile tokens, SignInRequest request, SignInPurpose purpose, string what, TimeProvider time)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    private string Name => request.Session.Name;

    /// <summary>Does the work, or waits for the one who does it and hands on its end.</summary>
    public Task<SignInOutcome> TakeAsync(
        IProgress<SignInProgress> progress,
        Func<IProgress<SignInProgress>, CancellationToken, Task<SignInOutcome>> work,
        CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var began = time.GetUtcNow();
        var before = tokens.Read()?.Fingerprint;
        SignInProgress? seen = null;
        while (true)
        {
            using (var turn = files.TryLock())
            {
                if (turn is not null)
                {
                    files.Forget();

                    // The other one has ended, or crashed: then it is our turn.
                    return (seen is null ? null : EndOfOther(began, before))
                        ?? await WorkAsync(cancel => work(new Teller(files, request.Asker, purpose, progress), cancel), cancellationToken);
                }
            }

            if (cancellationToken.IsCancellationRequested)
            {
                return StoppedWaiting();
            }

            seen = Follow(seen, progress);
            await Task.Delay(PollEvery, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    });

    /// <summary>
    /// Does the work, or refuses because somebody is at it. Its end is not for those who wait to sign in: they wanted the opposite.
    /// </summary>
    public Task<SignInOutcome> TakeNowAsync(
        Func<CancellationToken, Task<SignInOutcome>> work, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        using var turn = files.TryLock();
        if (turn is null)
        {
            return new SignInOutcome(
                Name, SignInResult.Failed, $"A sign-in to '{Name}' is under way{Holder()}. Cancel it first.");
        }

        files.Forget();
        files.Tell(new SignInProgress(Name, SignInStage.SigningOut, null, null), purpose, request.Asker);
        try
        {
            return await work(cancellationToken);
        }
        finally
        {
            files.Forget();
        }
    });

    private async Task<SignInOutcome> WorkAsync(
        Func<CancellationToken, Task<SignInOutcome>> work, CancellationToken cancellationToken)
    {
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var watch = ObeyAsync(asked, done.Token);
        try
        {
            var outcome = await GuardAsync(() => work(asked.Token));
            files.Tell(outcome, purpose, tokens.Read()?.Fingerprint);
            return outcome;
        }
        finally
        {
            await done.CancelAsync();
            await watch;
            files.Forget();
        }
    }

    /// <summary>A person may cancel in the tray what runs here.</summary>
    private async Task ObeyAsync(CancellationTokenSource asked, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            if (files.IsAskedToCancel())
            {
                await asked.CancelAsync();
                return;
            }

            await Task.Delay(PollEvery, time, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private SignInProgress Follow(SignInProgress? seen, IProgress<SignInProgress> progress)
    {
        // For the one who asked here it is as if it ran here.
        var now = files.Progress() is { } theirs
            ? theirs with { Place = SignInPlace.Here, Purpose = null }
            : seen ?? new SignInProgress(Name, SignInStage.Starting, null, null);
        if (now != seen)
        {
            progress.Report(now);
        }

        return now;
    }

    private SignInOutcome? EndOfOther(DateTimeOffset began, string? before)
    {
        var end = files.OutcomeSince(began);
        if (purpose == SignInPurpose.Renew && end is not { Earlier: PortalSession.Over })
        {
            // Somebody signed in, and the session is no longer for that.
            return null;
        }

        if (end is not null)
        {
            return end.Outcome with { Text = "Another TrayAgent process reports: " + end.Outcome.Text };
        }

        return tokens.Read() is { } token && token.Fingerprint != before && token.ExpiresAt > time.GetUtcNow()
            ? new SignInOutcome(Name, SignInResult.SignedIn, $"Another TrayAgent process signed in to '{Name}'.")
            : null;
    }

    private SignInOutcome StoppedWaiting() =>
        new(Name, SignInResult.Cancelled, $"{what} goes on{Holder()}; this process no longer waits for it.");

    private string Holder() => files.Holder() is { } process ? $" in process {process}" : "";

    private async Task<SignInOutcome> GuardAsync(Func<Task<SignInOutcome>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            return new SignInOutcome(Name, SignInResult.Cancelled, $"{what} was cancelled.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SignInOutcome(Name, SignInResult.Failed, $"{what} failed: {Sentence.Reason(e)}.");
        }
    }

    /// <summary>Tells those who asked and those who wait in other processes; unlike <see cref="Progress{T}"/>, in order.</summary>
    private sealed class Teller(SignInFiles files, Asker asker, SignInPurpose purpose, IProgress<SignInProgress> progress)
        : IProgress<SignInProgress>
    {
        public void Report(SignInProgress value)
        {
            files.Tell(value, purpose, asker);
            progress.Report(value);
        }
    }
}
