using System.CommandLine;

namespace TrayAgent.Demo;

/// <summary>The command line of the demo: which story is told, and what is left behind.</summary>
internal static class DemoCommand
{
    private static readonly Argument<string> Binary = new("trayagent") { Description = "The published program." };

    private static readonly Option<bool> Headless = new("--headless")
    {
        Description = "Tell the story in the terminal although there is a desktop; it needs nobody and ends by itself.",
    };

    private static readonly Option<bool> Keep = new("--keep") { Description = "Keep the temporary home." };

    public static RootCommand Build()
    {
        var root = new RootCommand(
            "Shows TrayAgent at work without an AWS account: the real agent in a temporary home, "
            + "against an identity centre on this machine.")
        {
            Binary, Headless, Keep,
        };
        root.SetAction((arguments, _) => RunAsync(arguments));
        return root;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        using var signals = new StopSignals();
        try
        {
            await TellAsync(arguments, signals.Token);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 4;
        }
        catch (DemoException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task TellAsync(ParseResult arguments, CancellationToken stop)
    {
        var binary = Path.GetFullPath(arguments.GetRequiredValue(Binary));
        var narrator = new Narrator(Console.Out, Console.IsOutputRedirected);
        var obstacle = arguments.GetValue(Headless) ? "" : Desktop.WhyNone();
        var afterwards = arguments.GetValue(Keep) ? Afterwards.Kept : Afterwards.Removed;
        if (obstacle is { Length: > 0 })
        {
            narrator.Say($"{obstacle} So the story is told in the terminal.");
        }

        await using var stage = await Stage.SetAsync(binary, obstacle is null ? PageReader.Person : PageReader.Demo, afterwards);
        if (obstacle is null)
        {
            await new DesktopStory(stage, narrator).TellAsync(stop);
        }
        else
        {
            await new TerminalStory(stage, narrator).TellAsync(stop);
        }

        if (afterwards == Afterwards.Kept)
        {
            narrator.Say($"The temporary home is '{stage.Home.Folder}'.");
        }
    }
}
