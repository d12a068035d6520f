namespace TrayAgent.Core.Facts.Claude;

/// <summary>A value that a stronger source hides.</summary>
/// <param name="Value">As in <see cref="ClaudeSetting.Value"/>.</param>
public sealed record ShadowedSetting(SettingSource Source, string Value);
