using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Linux.Notices;

/// <summary>The place of one key: what is on the screen, and what has to wait for the server's answer.</summary>
internal sealed class NoticeSlot
{
    public ShownNotice? Shown { get; set; }

    public Notice? Next { get; set; }

    /// <summary>The server has a notice of this key that it has not answered yet.</summary>
    public bool IsUnderWay { get; set; }

    public bool IsToClose { get; set; }

    /// <summary>It left the screen by itself.</summary>
    public bool IsExpired { get; set; }
}
