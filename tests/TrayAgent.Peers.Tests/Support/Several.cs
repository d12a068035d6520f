namespace TrayAgent.Peers.Tests.Support;

/// <summary>Several of a kind that end together.</summary>
internal sealed class Several<T>(IReadOnlyList<T> items) : IAsyncDisposable
    where T : IAsyncDisposable
{
    public IReadOnlyList<T> Items => items;

    public async ValueTask DisposeAsync()
    {
        foreach (var item in items)
        {
            await item.DisposeAsync();
        }
    }
}
