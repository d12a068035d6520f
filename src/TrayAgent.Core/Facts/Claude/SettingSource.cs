namespace TrayAgent.Core.Facts.Claude;

/// <summary>Who sets a key.</summary>
/// <param name="Place">The full path of a file, the name of a policy, or <c>environment</c>.</param>
/// <param name="Line">One-based; null where there are no lines.</param>
public sealed record SettingSource(SettingsScope Scope, string Place, int? Line)
{
    public bool IsManaged => Scope.IsManaged();

    /// <summary>As one would type it.</summary>
    public override string ToString() => Line is { } line ? $"{Place}:{line}" : Place;
}
