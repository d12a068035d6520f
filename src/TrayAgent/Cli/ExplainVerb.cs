using System.CommandLine;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Explain;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent explain</c>: an error text in, its cause on this machine and the one command out; exit code 1 without a match.</summary>
internal static class ExplainVerb
{
    private static readonly Argument<string[]> Words = new("text")
    {
        Description = "The error text, as it was printed; without it standard input is read",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "explain",
            "Explains an error text of Claude Code or the AWS CLI: what it means, why it came up on this machine, and the command that helps.\n"
            + "Whatever was printed around it may be pasted too: 'trayagent explain < error.log'. See docs/explain.md.")
        {
            Words,
        };

        // An error text has words that look like options.
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((parsed, stop) => RunAsync(
            string.Join(' ', parsed.Tokens.SkipWhile(token => token.Value != verb.Name).Skip(1).Select(token => token.Value)), streams, stop));
        return verb;
    }

    private static async Task<int> RunAsync(string words, Streams streams, CancellationToken stop)
    {
        if (words.Length == 0 && !Console.IsInputRedirected)
        {
            return await NothingAsync(streams);
        }

        try
        {
            var text = words.Length > 0 ? words : await PastedInput.ReadAsync(Explainer.Limit, stop);
            return string.IsNullOrWhiteSpace(text) ? await NothingAsync(streams) : await ExplainAsync(text, streams, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync("Cancelled.");
            return ExitCode.Cancelled;
        }
    }

    private static async Task<int> NothingAsync(Streams streams)
    {
        await streams.Error.WriteLineAsync(
            "There is no text to explain. Give it in quotes, as in 'trayagent explain \"Token is expired\"', or on standard input.");
        return ExitCode.Usage;
    }

    private static async Task<int> ExplainAsync(string text, Streams streams, CancellationToken stop)
    {
        if (text.Length > Explainer.Limit)
        {
            await streams.Error.WriteLineAsync(
                $"Of this long text only the first and the last {Explainer.Limit / 2 / 1024} KB were looked at. Paste the part around the error alone if it stands in between.");
        }

        var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance);
        var assessment = Assessor.Assess(await machine.Inspector.InspectSettledAsync(stop), machine.Settings.Current.Policy);
        if (Explainer.Explain(text, assessment) is not { } explanation)
        {
            await streams.Error.WriteLineAsync(
                "No known error was found in this text. Run 'trayagent doctor --online', which checks everything that is known to go wrong.");
            return ExitCode.Failed;
        }

        await streams.Out.WriteAsync(
            ExplanationText.Of(explanation, streams.Surface == Surface.Terminal ? TextStyle.Ansi : TextStyle.Plain));
        return ExitCode.Fine;
    }
}
