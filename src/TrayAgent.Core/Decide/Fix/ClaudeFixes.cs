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
        var after = After(before, merge.Edit, policy);
        var isWired = request.IsWiring;
        for (var round = 0; round < MostRounds; round++)
        {
            if (!merge.Add(after.Findings.SelectMany(finding => Offered(finding, before.Snapshot.Claude))))
            {
                if (isWired || !after.Findings.Any(finding => Unwired.Contains(finding.Code)))
                {
                    break;
                }

                isWired = true;
                switch (Wire(merge, after.Snapshot, request))
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

            after = After(before, merge.Edit, policy);
        }

        if (merge.Edit.Changes.IsEmpty && UserLayer(before.Snapshot)?.Problem is { } empty && before.Snapshot.SettingsFile.IsBlank)
        {
            return new ClaudeFix.Refused(empty.ToString());
        }

        return new ClaudeFix.Planned(
            merge.Edit, [.. PutBack(merge.Edit, before.Snapshot), .. merge.Notes, .. FallBack(merge.Edit, after.Snapshot), .. OldCli(merge.Edit, after.Snapshot), .. Lost(after.Snapshot)], after);
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
        var lost = before.LostKeys.Select(lost => lost.Key).Where(key => edit.Changes.Any(change => change.Key == key)).ToList();
        if (lost.Count > 0)
        {
            yield return $"{Phrase.Names(lost)} {(lost.Count == 1 ? "was" : "were")} there before and vanished, so this puts back what was there. "
                + "If that was meant, 'trayagent claude fix --leave-lost' forgets it.";
        }
    }

    private static ClaudeSettingsLayer? UserLayer(Snapshot snapshot) =>
        snapshot.Claude.Layers.FirstOrDefault(layer => layer.File == snapshot.Claude.UserFile);

    private static ImmutableArray<SettingsChange> Offered(Finding finding, ClaudeSettings claude) =>
        finding is { Remedy.Edit: { } edit } && edit.File == claude.UserFile ? edit.Changes : [];

    private static Assessment After(Assessment before, SettingsEdit edit, Policy policy)
    {
        if (edit.Changes.IsEmpty)
        {
            return before;
        }

        var claude = edit.After(before.Snapshot.Claude);
        return Assessor.Assess(
            before.Snapshot with
            {
                Claude = claude,
                LostKeys = [.. before.Snapshot.LostKeys.Where(lost => edit.Target(claude)?[lost.Key] is null)],
            },
            policy);
    }

    /// <summary>The settings may be right and lead nowhere all the same.</summary>
    private static IEnumerable<string> Lost(Snapshot after)
    {
        if (AwsIdentities.OfClaude(after.Claude, after.ConfigOfClaude).Profile is { } name
            && after.ConfigOfClaude.Profile(name) is { Session: null } profile
            && LostSession.Of(profile, after.ConfigOfClaude) is { } lost)
        {
            yield return LostSession.Sentence($"'{Visible.Of(name)}'", lost);
        }
    }

    /// <summary>We pass an old AWS CLI over; the command in the settings cannot.</summary>
    private static IEnumerable<string> OldCli(SettingsEdit edit, Snapshot after)
    {
        if (after.AwsCli is AwsCli.Found { Before: { } old } newer
            && edit.Changes.Any(change => change is SettingsChange.Put(ClaudeKeys.AuthRefresh, var command) && SettingsCommand.Of(command) is { IsAwsSignIn: true }))
        {
            yield return $"The first 'aws' on the PATH is '{Visible.Of(old)}', which cannot sign in; '{Visible.Of(newer.Path)}' can. "
                + "Put that one first, or take the mode 'broker'.";
        }
    }

    /// <summary>Claude Code says nothing when the export fails: it goes on with whatever it finds (claude-code.md 2.4).</summary>
    private static IEnumerable<string> FallBack(SettingsEdit edit, Snapshot after)
    {
        if (!edit.Changes.Any(change => change is SettingsChange.Put(ClaudeKeys.CredentialExport, _)))
        {
            yield break;
        }

        yield return AwsIdentities.OfClaude(after.Claude, after.ConfigOfClaude) is { Kind: AwsIdentityKind.BearerToken } key
            ? $"As long as there is a Bedrock API key ({Visible.Of(key.Because ?? ClaudeKeys.BearerToken)}), Claude Code uses that and "
                + "runs no 'awsCredentialExport'."
            : "When 'awsCredentialExport' fails, Claude Code goes on without a word with "
                + $"{FallBackWords.Of(AwsIdentities.OfDefaultChain(after.Claude, after.ConfigOfClaude))}.";
        if (WiringPlan.VersionOf(after) is null)
        {
            yield return "The version of Claude Code is not known; one before 2.1.141 takes other credentials first where it finds some.";
        }
    }
}
