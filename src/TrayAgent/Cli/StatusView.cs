using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Core.Show.SwiftBar;

namespace TrayAgent.Cli;

/// <summary>What of the status is asked for, and in which form.</summary>
/// <param name="Profile">Only this profile's session; null: everything.</param>
/// <param name="Form">For people or for programs.</param>
internal sealed record StatusView(string? Profile, StatusForm Form)
{
    /// <summary>Without a line end.</summary>
    public string Text(Assessment assessment, Surface surface) => Form switch
    {
        StatusForm.Json => StatusJson.Of(assessment, JsonLayout.Indented),
        StatusForm.SwiftBar => SwiftBar(assessment),
        _ => StatusText.Of(assessment, surface == Surface.Terminal ? TextStyle.Ansi : TextStyle.Plain).TrimEnd('\n'),
    };

    private static string SwiftBar(Assessment assessment)
    {
        var view = TrayViews.Of(assessment, Memory.Empty);
        return SwiftBarText.Of(view, Environment.ProcessPath ?? "trayagent").TrimEnd('\n');
    }
}
