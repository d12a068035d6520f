using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act;

/// <summary>One process at a time signs in to a session; the others look on and share its end.</summary>
/// <param name="files">What the processes tell each other.</param>
/// <param name="tokens">Tells a waiting process that somebody signed in, even if nobody told it.</param>
/// <param name="session">The session in question.</param>
/// <param name="what">What is done, as the subject of a sentence: "The sign-in to 'corp'".</param>
/// <param name="time">The clock.</param>
internal sealed class SignInTurn(SignInFiles files, TokenFile tokens, SsoSession session, string what, TimeProvider time)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

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
                        ?? await WorkAsync(cancel => work(new Teller(files, progress), cancel), cancellationToken);
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
                session.Name, SignInResult.Failed, $"A sign-in to '{session.Name}' is under way{Holder()}. Cancel it first.");
        }

        files.Forget();
        return await work(cancellationToken);
    });

    private async Task<SignInOutcome> WorkAsync(
        Func<CancellationToken, Task<SignInOutcome>> work, CancellationToken cancellationToken)
    {
        var outcome = await GuardAsync(() => work(cancellationToken));
        files.Tell(outcome, tokens.Read()?.Fingerprint);
        return outcome;
    }

    private SignInProgress Follow(SignInProgress? seen, IProgress<SignInProgress> progress)
    {
        var now = files.Progress() ?? seen ?? new SignInProgress(session.Name, SignInStage.Starting, null, null);
        if (now != seen)
        {
            progress.Report(now);
        }

        return now;
    }

    private SignInOutcome? EndOfOther(DateTimeOffset began, string? before)
    {
        if (files.OutcomeSince(began) is { } outcome)
        {
            return outcome with { Text = "Another TrayAgent process reports: " + outcome.Text };
        }

        return tokens.Read() is { } token && token.Fingerprint != before && token.ExpiresAt > time.GetUtcNow()
            ? new SignInOutcome(session.Name, SignInResult.SignedIn, $"Another TrayAgent process signed in to '{session.Name}'.")
            : null;
    }

    private SignInOutcome StoppedWaiting() =>
        new(session.Name, SignInResult.Cancelled, $"{what} goes on{Holder()}; this process no longer waits for it.");

    private string Holder() => files.Holder() is { } process ? $" in process {process}" : "";

    private async Task<SignInOutcome> GuardAsync(Func<Task<SignInOutcome>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            return new SignInOutcome(session.Name, SignInResult.Cancelled, $"{what} was cancelled.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SignInOutcome(session.Name, SignInResult.Failed, $"{what} failed: {Sentence.Reason(e)}.");
        }
    }

    /// <summary>Tells those who asked and those who wait in other processes; unlike <see cref="Progress{T}"/>, in order.</summary>
    private sealed class Teller(SignInFiles files, IProgress<SignInProgress> progress) : IProgress<SignInProgress>
    {
        public void Report(SignInProgress value)
        {
            files.Tell(value);
            progress.Report(value);
        }
    }
}
