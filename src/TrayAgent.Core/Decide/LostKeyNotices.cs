using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Decide;

/// <summary>Says once that another program removed our settings, or undid our edit, and remembers that it was said.</summary>
internal static class LostKeyNotices
{
    public static void Apply(Memory memory, Assessment assessment, Policy policy, ImmutableArray<Effect>.Builder effects)
    {
        var snapshot = assessment.Snapshot;
        if (effects.OfType<Effect.RememberKeys>().Any())
        {
            // A person has just decided about them.
            effects.Add(new Effect.CloseNotice(NoticeKeys.LostKeys));
            return;
        }

        var becomes = KeyWatch.After(snapshot);
        if (becomes.Lost.IsEmpty && !snapshot.KnownKeys.Told.IsEmpty)
        {
            effects.Add(new Effect.CloseNotice(NoticeKeys.LostKeys));
        }

        var canTell = memory.Screen == ScreenLock.Unlocked && memory.Notices == NoticeFace.Present;
        if (canTell && !Warnings.IsQuiet(memory, snapshot, policy) && Untold(becomes.Lost.Keys, becomes.Told)
            && assessment.Findings.FirstOrDefault(found => found.Code == FindingCodes.ClaudeSettingsLostKeys) is { } finding)
        {
            effects.Add(new Effect.Notify(Show.Notices.LostKeys(finding, [.. becomes.Lost.Keys], snapshot.Claude)));
            becomes = becomes with { Told = [.. becomes.Lost.Keys.Order(StringComparer.Ordinal)] };
        }

        if (EditLook.IsDue(snapshot))
        {
            Check(snapshot, canTell, effects);
            becomes = becomes with { CheckedEdit = snapshot.SettingsFile.OwnEdit!.At };
        }

        if (!becomes.IsSameAs(snapshot.KnownKeys))
        {
            effects.Add(new Effect.RememberKeys(snapshot.KnownKeys, becomes));
        }
    }

    private static bool Untold(IEnumerable<string> lost, ImmutableArray<string> told) => lost.Any(key => !told.Contains(key));

    private static void Check(Snapshot snapshot, bool canTell, ImmutableArray<Effect>.Builder effects)
    {
        ImmutableArray<string> reverted = [.. EditLook.Reverted(snapshot)];
        if (canTell && !reverted.IsEmpty)
        {
            effects.Add(new Effect.Notify(Show.Notices.Reverted(snapshot.Claude.UserFile, reverted)));
        }
    }
}
