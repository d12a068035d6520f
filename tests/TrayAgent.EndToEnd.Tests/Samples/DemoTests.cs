using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Samples;

/// <summary>The first thing that a stranger starts must not be the first thing that breaks.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_terminal_story_comes_to_its_end()
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{Path.GetDirectoryName(Environment.ProcessPath)}:/usr/bin:/bin:/usr/share/dotnet",
            ["HOME"] = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        };
        await using var demo = OwnedProcess.Start(
            environment, Path.Combine(AppContext.BaseDirectory, "Demo"), AgentBinary.Path, "--headless");
        var exit = await demo.EndAsync(TimeSpan.FromMinutes(4));
        var told = string.Join('\n', demo.Output);
        Assert.True(exit == 0, told);
        Assert.Contains("needs you to sign in", told, StringComparison.Ordinal);
        Assert.Contains("Signed in to 'https://demo.awsapps.com/start' as arn:aws:sts::111122223333:assumed-role/", told, StringComparison.Ordinal);
        Assert.Contains("Refresh of work ended: Refreshed", told, StringComparison.Ordinal);
        Assert.Contains("Everything is fine.", told, StringComparison.Ordinal);
    }
}
