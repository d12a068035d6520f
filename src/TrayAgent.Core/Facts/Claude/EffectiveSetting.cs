using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>What Claude Code uses for one key, who says so, and what that hides.</summary>
/// <param name="Value">As in <see cref="ClaudeSetting.Value"/>.</param>
public sealed record EffectiveSetting(string Key, string Value, JsonValueKind Form, SettingSource Source)
{
    /// <summary>The strongest first; empty for objects and lists, which Claude Code merges.</summary>
    public ImmutableArray<ShadowedSetting> Shadowed { get; init; } = [];

    /// <inheritdoc cref="ClaudeSetting.Items"/>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>Something else than an empty text, which for Claude Code is as good as nothing.</summary>
    public bool IsSet => Text is { Length: > 0 };

    /// <inheritdoc cref="ClaudeSetting.Text"/>
    public string? Text => Form is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null ? null : Value;

    /// <summary><c>1</c>/<c>true</c> or <c>0</c>/<c>false</c> in any case; null when it is neither.</summary>
    public bool? Switch => Switches.Read(Text);
}
