using System.Threading.Channels;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Events;
using TrayAgent.Files;

namespace TrayAgent.Act.Sessions;

/// <summary>
/// What other processes of ours sign in to at this moment, by the files that they leave: the tray shows it, because of a
/// sign-in that Claude Code asked for nobody sees a terminal. Read by the loop only, so it needs no lock.
/// </summary>
internal sealed class OthersSignIns(AwsPaths paths, SignInTasks own, ChannelWriter<AgentEvent> events, TimeProvider time)
{
    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>Any sign-in's progress, for the watch.</summary>
    public static string WatchedFile(AwsPaths paths) => Path.Combine(paths.Locks, "*" + SignInFiles.ProgressEnding);

    /// <summary>Tells what has moved or ended since the last look, as events.</summary>
    public void Look(IEnumerable<SsoSession> sessions)
    {
        var there = ProgressFiles();
        if (there.Count == 0 && _seen.Count == 0)
        {
            return;
        }

        var now = sessions.ToDictionary(session => session.Name, StringComparer.Ordinal);
        foreach (var session in now.Values.Where(session => there.Contains(session.CacheFileName + SignInFiles.ProgressEnding)))
        {
            Follow(session);
        }

        foreach (var (name, seen) in _seen.ToArray())
        {
            if (own.IsRunning(name))
            {
                // It waits for the other one, and tells the end of both.
                _seen.Remove(name);
            }
            else if (!now.ContainsKey(name) || UnderWay(seen.Session) is null)
            {
                _seen.Remove(name);
                events.TryWrite(EndOf(seen));
            }
        }
    }

    private HashSet<string> ProgressFiles()
    {
        try
        {
            return Directory.EnumerateFiles(paths.Locks, "*" + SignInFiles.ProgressEnding).Select(file => Path.GetFileName(file)).ToHashSet();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Follow(SsoSession session)
    {
        var seen = _seen.GetValueOrDefault(session.Name);
        if (own.IsRunning(session.Name) || UnderWay(session) is not { } progress || progress == seen?.Progress)
        {
            return;
        }

        _seen[session.Name] = new Seen(session, progress, seen?.Since ?? time.GetUtcNow());
        events.TryWrite(new AgentEvent.SignInMoved(progress));
    }

    /// <summary>Null when nobody else is at it; who was killed has left its progress, but not its lock.</summary>
    private SignInProgress? UnderWay(SsoSession session)
    {
        var files = new SignInFiles(paths, session, time);
        return files.Progress() is { } progress && files.Holder() != Environment.ProcessId && files.IsHeld ? progress : null;
    }

    private AgentEvent EndOf(Seen seen)
    {
        var name = seen.Session.Name;
        if (new SignInFiles(paths, seen.Session, time).OutcomeSince(seen.Since) is { } end)
        {
            return new AgentEvent.SignInEnded(end.Outcome);
        }

        // A sign-out leaves no word, but no token either.
        return seen.Progress.Purpose == SignInPurpose.SignOut && !new TokenFile(paths, seen.Session, time).Exists
            ? new AgentEvent.SignInEnded(new SignInOutcome(name, SignInResult.SignedOut, $"Signed out of '{name}'."))
            : new AgentEvent.SignInVanished(name);
    }

    private sealed record Seen(SsoSession Session, SignInProgress Progress, DateTimeOffset Since);
}
