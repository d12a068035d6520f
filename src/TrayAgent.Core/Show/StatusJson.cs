using TrayAgent.Core.Assess;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent status --json</c>: a contract, see docs/status-json.md.</summary>
public static class StatusJson
{
    /// <summary>No line end after the last brace.</summary>
    public static string Of(Assessment assessment, JsonLayout layout) => "{\"schema\":1}";
}
