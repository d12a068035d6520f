using TrayAgent.Act.Sessions;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Files;

namespace TrayAgent.Act.Broker;

/// <summary>
/// One browser sign-in for all who need one: whoever comes first starts it, in a process that outlives them all; nobody here
/// signs in. None is started while the screen is locked, or after one that a person left alone.
/// </summary>
/// <param name="files">What the process that signs in tells.</param>
/// <param name="tokens">Where the new token appears.</param>
/// <param name="session">The session.</param>
/// <param name="isLocked">Whether anybody could see a browser.</param>
/// <param name="start">Starts <c>trayagent login</c>.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedSignIn(
    SignInFiles files,
    TokenFile tokens,
    SsoSession session,
    Func<bool> isLocked,
    Func<DetachedProgram> start,
    TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly SignInWait _wait = new(session);
    private FileLock? _turn;
    private DetachedProgram? _started;

    private string Name => session.Name;

    /// <summary>Null when a good token is there; else a sentence that says why there is none.</summary>
    /// <param name="wish">What the caller waits for.</param>
    /// <param name="tell">Gets what a person has to do meanwhile.</param>
    /// <param name="stop">Ends the wait, never the sign-in.</param>
    /// <exception cref="OperationCanceledException">The caller had enough.</exception>
    public async Task<string?> WaitAsync(SignInWish wish, Action<string> tell, CancellationToken stop)
    {
        // By the monotonic clock: Claude Code's own limit does not move when somebody sets the other one.
        var began = time.GetTimestamp();
        var limit = wish.Until - time.GetUtcNow();
        try
        {
            while (!IsFulfilled(wish))
            {
                if ((EndOf(wish) ?? TakePart(wish, tell)) is { } text)
                {
                    return IsFulfilled(wish) ? null : text;
                }

                if (time.GetElapsedTime(began) >= limit)
                {
                    return _wait.AtTheLimit(files.IsUnderWay ? files.Progress() : null, isLocked());
                }

                await Task.Delay(Look, time, stop);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The sign-in to '{Name}' could not begin: {Sentence.Reason(e)}.";
        }
        finally
        {
            _turn?.Dispose();
        }
    }

    private bool IsFulfilled(SignInWish wish) =>
        tokens.Read() is { } token && token.Fingerprint != wish.Dead && token.ExpiresAt > time.GetUtcNow();

    private string? EndOf(SignInWish wish) => files.OutcomeSince(wish.Since)?.Outcome.Text;

    /// <summary>A sentence when it makes no sense to wait any longer.</summary>
    private string? TakePart(SignInWish wish, Action<string> tell)
    {
        if (files.IsUnderWay)
        {
            Release();
            Follow(files.Progress(), tell);
            return null;
        }

        return _started is not null ? AfterStart(wish)
            : _wait.HasSeenOne ? EndOf(wish) ?? $"The sign-in to '{Name}' ended without a word. Try again."
            : Begin(wish, tell);
    }

    /// <summary>A sign-out is no sign-in whose end could be waited for: our own begins after it.</summary>
    private void Follow(SignInProgress? progress, Action<string> tell)
    {
        if (progress is not { Purpose: SignInPurpose.SignOut })
        {
            _wait.Follow(progress, tell);
        }
    }

    private string? Begin(SignInWish wish, Action<string> tell)
    {
        if (files.LeftAlone(tokens.Read()?.Fingerprint) is { } left)
        {
            return SignInWait.LeftAlone(left);
        }

        if (isLocked())
        {
            _wait.TellLocked(tell);
            return null;
        }

        _turn ??= files.TryLockStart();
        // Held by somebody who has not told yet how far it is.
        if (_turn is null || files.IsHeld || EndOf(wish) is not null || IsFulfilled(wish))
        {
            // Somebody else is at it, or was until a moment ago.
            Release();
            return null;
        }

        _started = start();
        return null;
    }

    /// <summary>Our turn ends when the process has taken over; if it never does, nobody waits for it in vain.</summary>
    private string? AfterStart(SignInWish wish)
    {
        if (!_started!.HasEnded())
        {
            return null;
        }

        if (EndOf(wish) is null)
        {
            files.Tell(new SignInOutcome(Name, SignInResult.Failed, $"The sign-in to '{Name}' ended without a word. "
                + $"Run '{CommandLine.SignIn(Name)}' to see why."), SignInPurpose.SignIn, tokens.Read()?.Fingerprint);
        }

        return EndOf(wish);
    }

    private void Release()
    {
        _turn?.Dispose();
        _turn = null;
    }
}
