using TrayAgent.Core.Show;

namespace TrayAgent.Desktop;

/// <summary>
/// Views on their way to the thread that draws: those that come faster than they are taken are skipped, except the last,
/// and one that shows what the last did costs nothing.
/// </summary>
/// <param name="post">Runs work on the thread that draws.</param>
/// <param name="draw">Called on that thread.</param>
internal sealed class LatestView(Action<Action> post, Action<TrayView> draw)
{
    private readonly Lock _lock = new();
    private TrayView? _view;
    private bool _isPosted;

    /// <summary>From any thread.</summary>
    public void Show(TrayView view)
    {
        lock (_lock)
        {
            if (_view is not null && TrayViews.AreEqual(_view, view))
            {
                return;
            }

            _view = view;
            if (_isPosted)
            {
                return;
            }

            _isPosted = true;
        }

        post(Draw);
    }

    private void Draw()
    {
        TrayView view;
        lock (_lock)
        {
            _isPosted = false;
            view = _view!;
        }

        draw(view);
    }
}
