using TrayAgent.Core.Show;

namespace TrayAgent.Desktop;

internal static class NoticeIcons
{
    /// <summary>The picture beside the text.</summary>
    public static TrayIcon Of(Notice notice) => notice.Icon ?? notice.Urgency switch
    {
        Urgency.Critical => TrayIcon.SignInNeeded,
        Urgency.Normal => TrayIcon.EndingSoon,
        _ => TrayIcon.Fine,
    };
}
