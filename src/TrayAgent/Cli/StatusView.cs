using TrayAgent.Core.Assess;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>What of the status is asked for, and in which form.</summary>
/// <param name="Profile">Only this profile's session; null: everything.</param>
/// <param name="Form">For people or for programs.</param>
internal sealed record StatusView(string? Profile, StatusForm Form)
{
    /// <summary>Without a line end.</summary>
    public string Text(Assessment assessment, Surface surface) => Form == StatusForm.Json
        ? StatusJson.Of(assessment, JsonLayout.Indented)
        : StatusText.Of(assessment, surface == Surface.Terminal ? TextStyle.Ansi : TextStyle.Plain).TrimEnd('\n');
}
