using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary>The tray menu from top to bottom; sections without entries take their separator with them.</summary>
internal static class TrayMenu
{
    private const int MostFindings = 20;

    private const int MostSessions = 30;

    public static ImmutableArray<MenuItem> Of(Assessment assessment, Memory memory)
    {
        var sections = new[]
        {
            SignIns(memory),
            Sessions(assessment, memory),
            Findings(assessment, memory),
            SettingsMenu.Undo(assessment.Snapshot),
            Warnings(assessment, memory),
            Agent(memory),
        };
        var menu = ImmutableArray.CreateBuilder<MenuItem>();
        foreach (var section in sections.Select(items => items.ToList()).Where(items => items.Count > 0))
        {
            if (menu.Count > 0)
            {
                menu.Add(new MenuItem.Separator());
            }

            menu.AddRange(section);
        }

        return menu.ToImmutable();
    }

    private static IEnumerable<MenuItem> SignIns(Memory memory)
    {
        foreach (var underWay in memory.SignIns.Values.OrderBy(found => found.Progress.Session, StringComparer.Ordinal))
        {
            var doing = SignInWords.Doing(underWay);
            yield return new MenuItem.Text($"{char.ToUpperInvariant(doing[0])}{doing[1..]}");
            if (SignInWords.Compare(underWay.Progress) is { } compare)
            {
                yield return new MenuItem.Text(compare);
            }

            if (underWay.Purpose != SignInPurpose.SignOut)
            {
                yield return new MenuItem.Command("Cancel", new Choice.CancelSignIn(underWay.Progress.Session));
            }
        }
    }

    private static IEnumerable<MenuItem> Sessions(Assessment assessment, Memory memory)
    {
        var none = !assessment.Sessions.Any(status => status.Matters);
        if (none)
        {
            yield return new MenuItem.Text(Headline.Sentence(assessment));
        }

        foreach (var status in assessment.Sessions.Where(status => status.Matters).Take(MostSessions))
        {
            yield return new MenuItem.Text(SessionWords.Sentence(status, assessment.Snapshot));
            if (!memory.SignIns.ContainsKey(status.Name))
            {
                yield return status.NeedsPerson
                    ? new MenuItem.Command($"Sign in to {SessionWords.Name(status)}", new Choice.SignIn(status.Name))
                    : new MenuItem.Command($"Renew {SessionWords.Name(status)}", new Choice.Renew(status.Name));
            }
        }

        var others = assessment.Sessions.Where(status => !status.Matters).Take(MostSessions).ToList();
        if (others.Count > 0)
        {
            yield return new MenuItem.Submenu(
                none ? "Sessions" : "Other sessions",
                [.. others.Select(status => Other(status, assessment, memory))]);
        }
    }

    private static MenuItem.Submenu Other(SessionStatus status, Assessment assessment, Memory memory)
    {
        var state = new MenuItem.Text(SessionWords.Sentence(status, assessment.Snapshot));
        return new MenuItem.Submenu(
            SessionWords.Name(status),
            memory.SignIns.ContainsKey(status.Name)
                ? [state]
                : status.NeedsPerson
                ? [state, new MenuItem.Command("Sign in", new Choice.SignIn(status.Name))]
                :
                [
                    state,
                    new MenuItem.Command("Renew", new Choice.Renew(status.Name)),
                    new MenuItem.Command("Sign out", new Choice.SignOut(status.Name)),
                ]);
    }

    private static IEnumerable<MenuItem> Findings(Assessment assessment, Memory memory)
    {
        var counting = Headline.Further(assessment).ToList();
        if (counting.Count == 0)
        {
            yield break;
        }

        yield return new MenuItem.Submenu(
            counting.Count == 1 ? "1 finding" : FormattableString.Invariant($"{counting.Count} findings"),
            [.. counting.Take(MostFindings).SelectMany(finding => Lines(finding, memory, assessment.Snapshot.Claude))]);
    }

    private static IEnumerable<MenuItem> Lines(Finding finding, Memory memory, ClaudeSettings claude)
    {
        yield return new MenuItem.Text(Visible.Of(finding.Message, 120));
        if (SettingsMenu.Of(finding, claude) is { } change)
        {
            yield return change;
        }
        else if (finding.Remedy is { } remedy)
        {
            var label = Visible.Of(remedy.Text, 112);
            yield return Fixes.Of(finding) is { } fix && !IsUnderWay(fix, memory)
                ? new MenuItem.Command($"    Fix: {char.ToLowerInvariant(label[0])}{label[1..].TrimEnd('.')}", fix)
                : new MenuItem.Text($"    → {label}");
        }
    }

    private static bool IsUnderWay(Choice fix, Memory memory) => fix switch
    {
        Choice.Renew(var session) => memory.SignIns.ContainsKey(session),
        Choice.SignIn(var session) => memory.SignIns.ContainsKey(session),
        _ => false,
    };

    private static IEnumerable<MenuItem> Warnings(Assessment assessment, Memory memory)
    {
        var snapshot = assessment.Snapshot;
        if (memory.PausedUntil is { } until && until > snapshot.Now)
        {
            yield return new MenuItem.Text($"Warnings are paused until {Phrase.Time(until, snapshot.Now, snapshot.Zone)}");
            yield return new MenuItem.Command("Resume warnings", new Choice.ResumeWarnings());
        }
        else
        {
            yield return new MenuItem.Submenu(
                "Pause warnings",
                [
                    new MenuItem.Command("For 1 hour", new Choice.PauseWarnings(TimeSpan.FromHours(1))),
                    new MenuItem.Command("Until tomorrow", new Choice.PauseWarningsUntilTomorrow()),
                ]);
        }
    }

    private static IEnumerable<MenuItem> Agent(Memory memory)
    {
        yield return new MenuItem.Command("Status…", new Choice.ShowStatus());
        if (memory.StartsAtLogin is { } mark)
        {
            yield return new MenuItem.Check(
                "Start at login", mark, mark == CheckMark.On ? new Choice.DoNotStartAtLogin() : new Choice.StartAtLogin());
        }

        yield return new MenuItem.Command("Quit", new Choice.Quit());
    }
}
