namespace TrayAgent.Demo;

/// <summary>Stands for the person in the browser: looks at a sign-in page and allows access.</summary>
internal interface IVisitor : IAsyncDisposable
{
    /// <summary>As the story calls it.</summary>
    string Name { get; }

    /// <summary>Opens the page and gives what is on it.</summary>
    Task<string> ReadAsync(Uri page, CancellationToken cancellationToken);

    /// <summary>Presses the button of the page that was read last.</summary>
    Task ApproveAsync(CancellationToken cancellationToken);
}
