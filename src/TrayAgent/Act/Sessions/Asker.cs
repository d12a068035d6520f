namespace TrayAgent.Act.Sessions;

/// <summary>Who wants a sign-in, renewal or sign-out, and so where it must show what a person has to do.</summary>
internal enum Asker
{
    /// <summary>Somebody at a terminal or in the tray, who looks at what they started.</summary>
    Person,

    /// <summary>Claude Code through <c>trayagent auth-refresh</c>: no terminal shows it, so the tray does.</summary>
    AuthRefresh,
}
