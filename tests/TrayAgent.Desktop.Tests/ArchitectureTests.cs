namespace TrayAgent.Desktop.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Nothing_yet() => Assert.NotNull(typeof(ArchitectureTests).Assembly);
}
