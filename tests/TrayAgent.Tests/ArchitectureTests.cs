namespace TrayAgent.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Nothing_yet() => Assert.NotNull(typeof(ArchitectureTests).Assembly);
}
