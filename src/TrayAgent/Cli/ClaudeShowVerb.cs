using System.CommandLine;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent claude show</c>: effective settings, provider, identity, findings; it shows, so it ends with 0.</summary>
internal static class ClaudeShowVerb
{
    private static readonly Option<string?> Folder = ProjectFolderOption.Create();

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "For programs: one JSON object, see docs/claude-show-json.md",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "show",
            "Shows each setting that Claude Code uses when it is started in a folder, the file that supplies it and what that\n"
            + "hides; the provider, the region, and whose AWS credentials it uses, which may be others than your terminal's.")
        {
            Folder,
            Json,
        };
        verb.SetAction((parsed, stop) => RunAsync(
            Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance),
            parsed.GetValue(Folder),
            parsed.GetValue(Json) ? StatusForm.Json : StatusForm.Text,
            streams,
            stop));
        return verb;
    }

    private static async Task<int> RunAsync(
        Machine machine, string? folder, StatusForm form, Streams streams, CancellationToken stop)
    {
        if (ProjectFolderOption.Full(folder, streams) is not { } full)
        {
            return ExitCode.Usage;
        }

        var snapshot = await machine.In(full).Inspector.InspectSettledAsync(stop);
        var view = new ClaudeView(Assessor.Assess(snapshot, machine.Settings.Current.Policy), full);
        await streams.Out.WriteLineAsync(form == StatusForm.Json
            ? ClaudeJson.Of(view)
            : ClaudeText.Of(view, streams.Style).TrimEnd('\n'));
        return ExitCode.Fine;
    }
}
