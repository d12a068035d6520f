using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Facts.Models;

/// <summary>One setting of Claude Code that names a model.</summary>
/// <param name="Setting">The value that counts, and who says so.</param>
public sealed record ModelPin(EffectiveSetting Setting, ModelId Id)
{
    public string Key => Setting.Key;

    /// <summary>As people say it: a variable without <c>env.</c></summary>
    public string Name => Key.StartsWith(ClaudeKeys.EnvironmentPrefix, StringComparison.Ordinal)
        ? Key[ClaudeKeys.EnvironmentPrefix.Length..]
        : Key;
}
