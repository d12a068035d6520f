using System.CommandLine;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent migrate</c>: profiles of the legacy format get an <c>[sso-session]</c>, after a preview.</summary>
internal static class MigrateVerb
{
    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "Only this profile, or the one that its role is assumed from; default: all",
        HelpName = "name",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would change, and change nothing" };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask" };

    private static readonly Option<bool> Undo = new("--undo") { Description = "Take back TrayAgent's last edit of the AWS config" };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "migrate",
            "Gives profiles of the legacy format an [sso-session] with scopes, so that their token is refreshed silently;\n"
            + "without '--profile' every other [sso-session] without scopes gets them, too.\n"
            + "Shows the change as a diff and asks first; keeps a backup, and '--undo' brings it back.")
        {
            Profile,
            DryRun,
            Yes,
            Undo,
        };
        verb.Validators.Add(parsed =>
        {
            if (parsed.GetValue(Undo) && parsed.GetResult(Profile) is not null)
            {
                parsed.AddError("An undo takes back the whole edit: leave out '--profile'.");
            }
        });
        verb.SetAction((parsed, stop) =>
        {
            var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance);
            var consent = parsed.GetValue(DryRun) ? Consent.DryRun : parsed.GetValue(Yes) ? Consent.Given : Consent.ToAsk;
            var run = new MigrateRun(machine, streams, consent);
            return parsed.GetValue(Undo) ? run.UndoAsync(stop) : run.MigrateAsync(parsed.GetValue(Profile), stop);
        });
        return verb;
    }
}
