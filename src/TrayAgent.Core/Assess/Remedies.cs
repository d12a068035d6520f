using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>Remedies that several rules offer.</summary>
internal static class Remedies
{
    public static Remedy SignIn(SsoSession session) =>
        Remedy.Command($"Sign in to '{session.Name}'.", "trayagent", "login", "--session", session.Name);

    public static Remedy Renew(SsoSession session) =>
        Remedy.Command($"Renew '{session.Name}' for a full-length session.", "trayagent", "renew", "--session", session.Name);

    /// <summary>Only Unix has the command, and only there a path begins with a slash.</summary>
    public static Remedy Delete(string path) => path.StartsWith('/')
        ? Remedy.Command($"Delete '{path}'.", "rm", path)
        : Remedy.Advice($"Delete '{path}'.");

    /// <summary>What the AWS CLI takes for "all accounts and roles that I may use"; with it tokens can be refreshed.</summary>
    public static Remedy AddScopes() => Remedy.Command(
        "Give it the scope 'sso:account:access' and sign in again; the change is shown first.", "trayagent", "migrate");
}
