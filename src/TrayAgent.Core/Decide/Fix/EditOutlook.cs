using TrayAgent.Core.Assess;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>What an edit of the user's settings leads to, judged before it is written.</summary>
/// <param name="Edit">Without what the file says already.</param>
/// <param name="After">The machine as it will be.</param>
public sealed record EditOutlook(SettingsEdit Edit, Assessment After)
{
    public static EditOutlook Of(Assessment before, SettingsEdit edit, Policy policy)
    {
        if (edit.Changes.IsEmpty)
        {
            return new EditOutlook(edit, before);
        }

        var claude = edit.After(before.Snapshot.Claude);
        return new EditOutlook(edit, Assessor.Assess(
            before.Snapshot with
            {
                Claude = claude,
                LostKeys = [.. before.Snapshot.LostKeys.Where(lost => edit.Target(claude)?[lost.Key] is null)],
            },
            policy));
    }

    /// <summary>Sentences: what a person would not expect of it.</summary>
    public IEnumerable<string> Notes => [.. FallBack(Edit, After.Snapshot), .. OldCli(Edit, After.Snapshot), .. Lost(After.Snapshot)];

    /// <summary>What is wrong with Claude Code all the same.</summary>
    public IEnumerable<Finding> Remaining => After.Findings.Where(ClaudeFix.IsOfClaude);

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
