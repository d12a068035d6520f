using System.CommandLine;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent claude undo</c>: takes our last edit of the user's settings back, if nobody has written there since.</summary>
internal static class ClaudeUndoVerb
{
    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "undo",
            "Takes back the last change that TrayAgent made to your Claude Code settings: the file gets its earlier bytes.\n"
            + "Not when somebody changed it since; then it names the backup. An undo can be undone in the same way.")
        {
            ClaudeEditOptions.Folder,
            ClaudeEditOptions.DryRun,
            ClaudeEditOptions.Yes,
            ClaudeEditOptions.Json,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance);
            var dialogue = new EditDialogue(
                streams, ClaudeEditOptions.Consent(parsed), ClaudeEditOptions.Form(parsed), "trayagent claude undo");
            try
            {
                return await RunAsync(machine, dialogue, streams, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                await streams.Error.WriteLineAsync("\nCancelled. Nothing was written.");
                return ExitCode.Cancelled;
            }
        });
        return verb;
    }

    private static async Task<int> RunAsync(Machine machine, EditDialogue dialogue, Streams streams, CancellationToken stop)
    {
        var edits = machine.Edits(streams.Error.WriteLine);
        await edits.CompleteAsync(stop);
        var file = machine.Claude.UserFile;
        return await dialogue.RunAsync(
            new EditReport(file, "", ""),
            await edits.PreviewUndoAsync(file, stop),
            edits.Last(file) is null
                ? $"There is nothing to undo: TrayAgent has not changed '{file}'."
                : $"There is nothing to undo: '{file}' is as it was before TrayAgent's last change.",
            () => edits.UndoAsync(file, stop),
            "Variables that were in 'env' live on in sessions of Claude Code that run now.",
            stop);
    }
}
