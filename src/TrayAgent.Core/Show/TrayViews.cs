using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;

namespace TrayAgent.Core.Show;

/// <summary>The tray as an assessment and the memory would have it.</summary>
public static class TrayViews
{
    public static TrayView Of(Assessment assessment, Memory memory) =>
        new(TrayIcon.Unknown, "TrayAgent", "TrayAgent", []);
}
