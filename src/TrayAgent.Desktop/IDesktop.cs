using System.Threading.Channels;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop;

/// <summary>
/// The desktop session: tray, notices, and what the desktop tells us.
/// It draws views and decides nothing. No member waits for the desktop, and none throws because the desktop is away.
/// </summary>
public interface IDesktop : IAsyncDisposable
{
    /// <summary>What happens on the desktop; the adapter never drops a choice, but may merge repeated signals.</summary>
    ChannelReader<DesktopEvent> Events { get; }

    /// <summary>What this desktop can show at the moment.</summary>
    DesktopFaces Faces { get; }

    /// <summary>Shows the whole tray anew; a view equal to the last one costs nothing.</summary>
    void Show(TrayView view);

    /// <summary>Shows a notice, in place of the one with the same key.</summary>
    void Notify(Notice notice);

    /// <summary>Takes a notice back; unknown keys are no error.</summary>
    void CloseNotice(string key);

    /// <summary>
    /// A click on a notice that reached us through another process. Anybody can send one, so it means what its button said only
    /// with the nonce that this notice was given, once; any other shows the status.
    /// </summary>
    void Answer(string nonce);
}
