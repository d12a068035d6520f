using System.CommandLine;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent claude undo</c>: parsing only.</summary>
internal static class ClaudeUndoVerb
{
    private static readonly Option<bool> List = new("--list")
    {
        Description = "Show the earlier contents that can be had back, and write nothing",
    };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "Give the file what was in it then: a number of '--list', or a time like 14:30 or 2026-01-31T14:30",
        HelpName = "N|time",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "undo",
            "Takes back the last change that TrayAgent made to your Claude Code settings: the file gets its earlier bytes.\n"
            + "Not when somebody changed it since; then it names the backup. An undo can be undone in the same way.\n"
            + "Further back leads '--to': all of the file as it was then.")
        {
            ClaudeEditOptions.Folder,
            List,
            To,
            ClaudeEditOptions.DryRun,
            ClaudeEditOptions.Yes,
            ClaudeEditOptions.Json,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance);
            var dialogue = new EditDialogue(
                streams, ClaudeEditOptions.Consent(parsed), ClaudeEditOptions.Form(parsed), "trayagent claude undo");
            var run = new ClaudeUndoRun(machine, streams, dialogue, ClaudeEditOptions.Form(parsed));
            try
            {
                return parsed.GetValue(List) ? await run.ListAsync()
                    : parsed.GetValue(To) is { } to ? await run.BackToAsync(to, stop)
                    : await run.UndoAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                await streams.Error.WriteLineAsync("\nCancelled. Nothing was written.");
                return ExitCode.Cancelled;
            }
        });
        return verb;
    }
}
