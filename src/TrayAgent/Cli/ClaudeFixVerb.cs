using System.CommandLine;
using System.CommandLine.Parsing;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent claude fix</c>: parsing only.</summary>
internal static class ClaudeFixVerb
{
    private static readonly Option<WiringMode?> Mode = new("--mode")
    {
        Description = "How Claude Code signs in: 'plain' (aws sso login), 'broker' (trayagent auth-refresh) or "
            + "'isolated' (as broker, and the profile reaches no other program); default: as it is, else broker",
        HelpName = "plain|broker|isolated",
        CustomParser = ParseMode,
    };

    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "The profile that Claude Code is to use; default: its own, else AWS_PROFILE, else the only one of AWS SSO",
        HelpName = "name",
    };

    private static readonly Option<bool> LeaveLost = new("--leave-lost")
    {
        Description = "Do not put back settings that another program removed, and forget them",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "fix",
            "Repairs your Claude Code settings: shows the change, asks, keeps a backup, writes, and looks whether it stays.\n"
            + "Only your own settings.json is written, and in it only what has to do with AWS; see docs/claude-fix.md.")
        {
            ClaudeEditOptions.Folder,
            Mode,
            Profile,
            LeaveLost,
            ClaudeEditOptions.DryRun,
            ClaudeEditOptions.Yes,
            ClaudeEditOptions.Json,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            if (ProjectFolderOption.Full(parsed.GetValue(ClaudeEditOptions.Folder), streams) is not { } folder)
            {
                return ExitCode.Usage;
            }

            var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance).In(folder);
            var dialogue = new EditDialogue(
                streams, ClaudeEditOptions.Consent(parsed), ClaudeEditOptions.Form(parsed), "trayagent claude undo");
            var run = new ClaudeFixRun(machine, streams, dialogue);
            return parsed.GetValue(LeaveLost)
                ? await run.LeaveLostAsync(stop)
                : await run.RunAsync(new ClaudeFixRequest(parsed.GetValue(Mode), parsed.GetValue(Profile)), stop);
        });
        return verb;
    }

    private static WiringMode? ParseMode(ArgumentResult result)
    {
        switch (result.Tokens is [{ Value: var text }] ? text : null)
        {
            case "plain":
                return WiringMode.Plain;
            case "broker":
                return WiringMode.Broker;
            case "isolated":
                return WiringMode.Isolated;
            default:
                result.AddError("'--mode' takes 'plain', 'broker' or 'isolated'.");
                return null;
        }
    }
}
