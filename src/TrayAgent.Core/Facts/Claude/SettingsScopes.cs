namespace TrayAgent.Core.Facts.Claude;

public static class SettingsScopes
{
    public static bool IsManaged(this SettingsScope scope) =>
        scope is SettingsScope.ManagedPolicy or SettingsScope.ManagedFile or SettingsScope.ManagedUser;

    /// <summary>Only within one project.</summary>
    public static bool IsOfProject(this SettingsScope scope) => scope is SettingsScope.Local or SettingsScope.Project;
}
