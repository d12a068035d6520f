namespace TrayAgent.Windows.Tests.Desktop;

[CollectionDefinition(nameof(Taskbar))]
public sealed class OnTheTaskbar : ICollectionFixture<Taskbar>;
