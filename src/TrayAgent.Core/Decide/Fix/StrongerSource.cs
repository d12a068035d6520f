using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>Who sets a key in a file that goes before the user's, and who can take it out there.</summary>
internal static class StrongerSource
{
    /// <summary>As the middle of "is set ... in 'FILE'".</summary>
    public static string Who(SettingsScope scope) => scope switch
    {
        SettingsScope.Local => "for you in this project,",
        SettingsScope.Project => "by this project,",
        _ => "by your administrator,",
    };

    /// <summary>Without a full stop.</summary>
    public static string Change(SettingsScope scope) =>
        scope.IsOfProject() ? "Change it there" : "Ask the administrator to change it";

    /// <inheritdoc cref="Change"/>
    public static string Remove(SettingsScope scope) =>
        scope.IsOfProject() ? "Remove it there" : "Ask the administrator to remove it";
}
