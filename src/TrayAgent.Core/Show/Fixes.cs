using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;

namespace TrayAgent.Core.Show;

/// <summary>Which remedies the tray can apply by itself when a person clicks on them.</summary>
internal static class Fixes
{
    /// <summary>Null when a person must edit, decide, or type the command.</summary>
    public static Choice? Of(Finding finding) => finding switch
    {
        { Code: FindingCodes.RegistrationUnreadable or FindingCodes.CachePermissions, Remedy.Argv.IsDefaultOrEmpty: false } =>
            new Choice.Repair(finding.Code, finding.Subject),
        { Remedy.Argv: ["trayagent", "renew", "--session", var session] } => new Choice.Renew(session),
        { Remedy.Argv: ["trayagent", "login", "--session", var session] } => new Choice.SignIn(session),
        _ => null,
    };
}
