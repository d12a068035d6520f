using TrayAgent.Core.Assess;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent status</c> for people, 80 columns wide; lines end in LF.</summary>
public static class StatusText
{
    public static string Of(Assessment assessment, TextStyle style) => $"TrayAgent: {assessment.Overall}\n";
}
