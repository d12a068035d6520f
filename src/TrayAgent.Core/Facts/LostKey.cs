namespace TrayAgent.Core.Facts;

/// <summary>A setting that was there and that another program removed.</summary>
/// <param name="File">Full path of the settings file.</param>
/// <param name="Key">A key of the settings, or <c>env.NAME</c>.</param>
/// <param name="Value">What it held; nothing secret, for we write no secrets.</param>
public sealed record LostKey(string File, string Key, string Value);
