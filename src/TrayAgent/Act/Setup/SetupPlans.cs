using System.Collections.Immutable;
using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Ini;
using TrayAgent.Core.Edit.Json;

namespace TrayAgent.Act.Setup;

/// <summary>The changes of a set-up as plans for the files that they are in.</summary>
internal static class SetupPlans
{
    public static EditPlan Config(string file, ImmutableArray<ConfigChange> changes) =>
        new(file, before => ConfigEditor.Apply(file, before.Span, changes));

    public static EditPlan Settings(string file, ImmutableArray<SettingsChange> changes) =>
        new(file, before => SettingsEditor.Apply(file, before.Span, changes)) { Changes = changes };
}
