using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Ini;
using TrayAgent.Core.Edit.Json;

namespace TrayAgent.Act.Edits;

/// <summary>What is to become of a file, said so that it can be applied again when somebody else writes meanwhile.</summary>
/// <param name="File">Full path; links are followed and stay links.</param>
/// <param name="Change">From what is in the file now (empty when there is none) to what is to be in it; applied twice it is the same as once.</param>
internal sealed record EditPlan(string File, Func<ReadOnlyMemory<byte>, Edited> Change)
{
    /// <summary>What it does to Claude Code's settings, kept in the record so that lost keys are noticed and can be put back.</summary>
    public ImmutableArray<SettingsChange> Changes { get; init; } = [];

    public static EditPlan Of(SettingsEdit edit) =>
        new(edit.File, before => SettingsEditor.Apply(edit.File, before.Span, edit.Changes)) { Changes = edit.Changes };

    /// <param name="file">The AWS config.</param>
    public static EditPlan OfConfig(string file, ImmutableArray<ConfigChange> changes) =>
        new(file, before => ConfigEditor.Apply(file, before.Span, changes));
}
