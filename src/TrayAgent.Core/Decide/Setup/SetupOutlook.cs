using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>What Claude Code will make of a set-up: a profile may be ready, and Claude Code useless with it.</summary>
/// <param name="Notes">Sentences: what a person would not expect of it.</param>
/// <param name="Remaining">What is wrong with Claude Code all the same; what is only worth knowing is not.</param>
/// <param name="Restart">What sessions of Claude Code that run now do not learn; null: nothing.</param>
public sealed record SetupOutlook(ImmutableArray<string> Notes, ImmutableArray<Finding> Remaining, string? Restart)
{
    /// <summary>Where Claude Code is left alone.</summary>
    public static SetupOutlook Nothing { get; } = new([], [], null);

    /// <param name="machine">With the AWS config as it will be, and the settings as they are.</param>
    /// <param name="changes">Of the user's settings.</param>
    /// <param name="policy">Of the person.</param>
    public static SetupOutlook Of(Snapshot machine, ImmutableArray<SettingsChange> changes, Policy policy)
    {
        var all = new SettingsEdit(machine.Claude.UserFile, changes);
        var edit = all with { Changes = [.. changes.Where(change => !change.IsIn(all.Target(machine.Claude)))] };
        var outlook = EditOutlook.Of(Assessor.Assess(machine, policy), edit, policy);
        return new SetupOutlook(
            [.. outlook.Notes],
            [.. outlook.Remaining.Where(finding => finding.Severity > Severity.Info)],
            RestartWords.Of(edit));
    }
}
