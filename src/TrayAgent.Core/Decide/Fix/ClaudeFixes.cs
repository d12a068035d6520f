using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>
/// Makes one edit of all that can be repaired in the user's settings of Claude Code: what findings offer, and a wiring.
/// A wiring that was asked for goes before a finding, a graver finding before a lesser one.
/// </summary>
public static class ClaudeFixes
{
    /// <summary>A cause hides its symptoms, so what is repaired may uncover the next; but not for ever.</summary>
    private const int MostRounds = 8;

    /// <summary>Where no edit of their own repairs them, a wiring does, or the question for a profile.</summary>
    private static readonly ImmutableHashSet<string> Unwired = [FindingCodes.ClaudeProfileMissing, FindingCodes.ClaudeProfileUnknown];

    public static ClaudeFix Of(Assessment asked, ClaudeFixRequest request, Policy policy)
    {
        var assessment = Within(asked, policy);
        var claude = assessment.Snapshot.Claude;
        if (!assessment.Snapshot.SettingsFile.IsBlank
            && UserLayer(assessment.Snapshot) is { Settings.IsEmpty: true, Problem: { } problem })
        {
            return new ClaudeFix.Refused(problem.ToString());
        }

        if (ClaudeProviders.Of(claude) == ClaudeProvider.Host)
        {
            return new ClaudeFix.Refused(
                "Claude Code runs inside another program here, which decides over provider and identity: its settings do not count. "
                + "Change them in that program.");
        }

        var merge = new EditMerge(claude);
        return request.IsWiring && Wire(merge, assessment.Snapshot, request) is { } obstacle
            ? obstacle
            : Gather(merge, assessment, request, policy);
    }

    /// <summary>What would be written to a file that may not be: the attempt says best why not, and that it failed.</summary>
    private static Assessment Within(Assessment assessment, Policy policy) => assessment.Snapshot.SettingsFile.Refusal is null
        ? assessment
        : Assessor.Assess(
            assessment.Snapshot with { SettingsFile = assessment.Snapshot.SettingsFile with { Refusal = null } }, policy);

    private static ClaudeFix Gather(EditMerge merge, Assessment before, ClaudeFixRequest request, Policy policy)
    {
        var outlook = EditOutlook.Of(before, merge.Edit, policy);
        var isWired = request.IsWiring;
        for (var round = 0; round < MostRounds; round++)
        {
            if (!Add(merge, outlook.After.Findings, before.Snapshot.Claude))
            {
                if (isWired || !outlook.After.Findings.Any(finding => Unwired.Contains(finding.Code)))
                {
                    break;
                }

                isWired = true;
                switch (Wire(merge, outlook.After.Snapshot, request))
                {
                    case ClaudeFix.Undecided undecided when merge.Edit.Changes.IsEmpty:
                        return undecided;
                    case ClaudeFix.Undecided(var reason):
                        merge.Say(reason);
                        break;
                    case ClaudeFix.Refused(var reason):
                        merge.Say(reason);
                        break;
                }
            }

            outlook = EditOutlook.Of(before, merge.Edit, policy);
        }

        if (merge.Edit.Changes.IsEmpty
            && UserLayer(before.Snapshot) is { Problem: { } problem } layer
            && (before.Snapshot.SettingsFile.IsBlank || Withholds(layer, before, request, policy)))
        {
            return new ClaudeFix.Refused(problem.ToString());
        }

        return new ClaudeFix.Planned(
            merge.Edit, [.. PutBack(merge.Edit, before.Snapshot), .. merge.Notes, .. outlook.Notes], outlook.After);
    }

    /// <summary>Whether there would be something to repair, were it not for what is wrong with the file: then "nothing to do" is wrong.</summary>
    private static bool Withholds(ClaudeSettingsLayer layer, Assessment before, ClaudeFixRequest request, Policy policy)
    {
        var claude = before.Snapshot.Claude;
        var sound = claude with { Layers = claude.Layers.Replace(layer, layer with { Problem = null }) };
        return Gather(new EditMerge(sound), Assessor.Assess(before.Snapshot with { Claude = sound }, policy), request, policy)
            is ClaudeFix.Planned { Edit.Changes.IsEmpty: false };
    }

    /// <summary>Null when it is in the edit.</summary>
    private static ClaudeFix? Wire(EditMerge merge, Snapshot snapshot, ClaudeFixRequest request)
    {
        if (request.Mode is null && ForeignCommands.In(snapshot.Claude) is { } foreign)
        {
            return new ClaudeFix.Refused(
                $"'{foreign}' in '{Visible.Of(snapshot.Claude.UserFile)}' runs another program than 'trayagent' or 'aws', "
                + "so it is replaced only when you ask for a wiring with '--mode'.");
        }

        if (WiredProfile.Of(snapshot, request) is not WiredProfile.Found(var profile))
        {
            return new ClaudeFix.Undecided(((WiredProfile.Missing)WiredProfile.Of(snapshot, request)).Message);
        }

        var mode = request.Mode
            ?? Wiring.ModeOf(snapshot.Claude.OutsideProject)
            ?? KeyWatch.FormerMode(snapshot)
            ?? WiringMode.Broker;
        switch (WiringPlan.Of(snapshot, mode, profile.Name, profile.Region))
        {
            case WiringPlan.Settings(var changes):
                merge.Add(changes);
                return null;
            case WiringPlan.Impossible(var reason):
                return new ClaudeFix.Refused(reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Who deleted them on purpose must know that, and how to say so.</summary>
    private static IEnumerable<string> PutBack(SettingsEdit edit, Snapshot before)
    {
        var lost = before.LostKeys.Where(lost => edit.Changes.Any(change => change.Key == lost.Key)).ToList();
        if (lost.Count > 0)
        {
            var otherwise = lost.Where(lost => !edit.Changes.Contains(new SettingsChange.Put(lost.Key, lost.Value))).ToList();
            yield return $"{Names(lost)} {(lost.Count == 1 ? "was" : "were")} there before and vanished, so this puts back what was there"
                + (otherwise.Count > 0 ? $", {Names(otherwise)} with another value. " : ". ")
                + "If that was meant, 'trayagent claude fix --leave-lost' forgets it.";
        }
    }

    private static string Names(IEnumerable<LostKey> keys) => Phrase.Names(keys.Select(lost => lost.Key));

    private static ClaudeSettingsLayer? UserLayer(Snapshot snapshot) =>
        snapshot.Claude.Layers.FirstOrDefault(layer => layer.File == snapshot.Claude.UserFile);

    /// <returns>Whether any of what they offer was new.</returns>
    private static bool Add(EditMerge merge, IEnumerable<Finding> findings, ClaudeSettings claude)
    {
        var isNews = false;
        foreach (var finding in findings)
        {
            var offered = Offered(finding, claude);
            isNews |= finding.Code == FindingCodes.ClaudeSettingsLostKeys ? merge.PutBack(offered) : merge.Add(offered);
        }

        return isNews;
    }

    private static ImmutableArray<SettingsChange> Offered(Finding finding, ClaudeSettings claude) =>
        finding is { Remedy.Edit: { } edit } && edit.File == claude.UserFile ? edit.Changes : [];
}
