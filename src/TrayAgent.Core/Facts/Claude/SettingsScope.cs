namespace TrayAgent.Core.Facts.Claude;

/// <summary>Where a setting of Claude Code can come from, the strongest first.</summary>
/// <remarks>https://code.claude.com/docs/en/settings#settings-precedence</remarks>
public enum SettingsScope
{
    /// <summary>Administrators, through the system: <c>HKLM</c> on Windows, a managed preference on macOS.</summary>
    ManagedPolicy,

    /// <summary>Administrators, through <c>managed-settings.json</c> and its drop-ins.</summary>
    ManagedFile,

    /// <summary>The <c>HKCU</c> policy; read only when there is no other managed source.</summary>
    ManagedUser,

    /// <summary><c>.claude/settings.local.json</c> of a project.</summary>
    Local,

    /// <summary><c>.claude/settings.json</c> of a project.</summary>
    Project,

    /// <summary>The user's own file.</summary>
    User,

    /// <summary>The environment in which Claude Code is started; only for <c>env.</c> keys.</summary>
    Shell,
}
