namespace TrayAgent.Desktop;

/// <summary>
/// Merges what logind and the screen savers say into Locked and Unlocked, once each.
/// The last word wins: GNOME never takes back logind's 'Lock' signal when the password is typed, it only clears the
/// hint, so that waiting for every source to agree could hold notices for ever.
/// </summary>
internal sealed class LockState(Action<DesktopEvent> happened)
{
    private DesktopEvent _last = new DesktopEvent.Unlocked();

    public void Lock() => Become(new DesktopEvent.Locked());

    public void Unlock() => Become(new DesktopEvent.Unlocked());

    private void Become(DesktopEvent state)
    {
        if (_last != state)
        {
            _last = state;
            happened(state);
        }
    }
}
