using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Files;

namespace TrayAgent.Act.Children;

/// <summary>Asks <c>wsl.exe</c> which distributions run: it starts none for that.</summary>
internal sealed class RunningWsl(ProcessEnvironment environment, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Null when it does not say.</summary>
    public ImmutableHashSet<string>? Names()
    {
        var path = Path.Combine(Environment.SystemDirectory, "wsl.exe");
        var child = new ChildProcess(
            path,
            ["--list", "--running", "--quiet"],

            // Later versions obey; what the others print can be read all the same.
            environment.Variables.SetItem("WSL_UTF8", "1"),
            Environment.SystemDirectory,
            time);
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            // When none runs it says so in words of the user's language, and fails.
            var end = child.RunAsync(_ => { }, limit.Token).GetAwaiter().GetResult();
            return end.ExitCode == 0 ? WslList.Names(end.Output) : [];
        }
        catch (Exception e) when (e is ChildException or OperationCanceledException)
        {
            return null;
        }
    }
}
