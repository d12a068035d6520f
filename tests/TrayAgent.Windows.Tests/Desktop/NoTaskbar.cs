using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>A while in which Explorer is not up, and then it is: with an empty taskbar, as after a crash.</summary>
internal sealed class NoTaskbar : IAsyncDisposable
{
    private readonly Wine _wine;
    private readonly string _program;
    private readonly OwnedProcess _away;
    private bool _isBack;

    private NoTaskbar(Wine wine, string program) =>
        (_wine, _program, _away) = (wine, program, wine.Start(wine.Environment, program, "away"));

    public static async Task<NoTaskbar> BeginAsync(Wine wine)
    {
        var none = new NoTaskbar(wine, wine.ToWindows(await NativePrograms.TaskbarAsync(wine)));
        await none._away.FirstLineAsync();
        return none;
    }

    /// <summary>Programs are not told; see <see cref="Taskbar.PostAsync"/>.</summary>
    public async Task EndAsync()
    {
        _isBack = true;
        await OwnedProcess.RunAsync(_wine.Environment, Wine.Loader, _program, "back");
        Assert.Equal(0, await _away.EndAsync(TimeSpan.FromSeconds(30)));
    }

    /// <summary>The taskbar would go for good with the window that it is below.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isBack)
        {
            await EndAsync();
        }

        await _away.DisposeAsync();
    }
}
