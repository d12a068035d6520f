using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Verbs;

/// <summary>That the published program starts at all, and finds the user's folders.</summary>
public sealed class FirstWordsTests(Wine wine)
{
    [Fact]
    public async Task Status_names_the_files_of_this_user()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);

        var end = await machine.RunAsync("status");

        Assert.Equal(3, end.ExitCode);
        Assert.Contains($@"C:\users\{System.Environment.UserName}\.aws\config", end.Out, StringComparison.Ordinal);
        Assert.Contains($@"C:\users\{System.Environment.UserName}\.claude\settings.json", end.Out, StringComparison.Ordinal);
    }
}
