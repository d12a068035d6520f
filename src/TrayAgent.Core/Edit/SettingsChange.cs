using System.Text.Json;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Edit;

/// <summary>One change of Claude Code's settings: a closed set.</summary>
public abstract record SettingsChange
{
    private SettingsChange(string key) => Key = key;

    /// <summary>A key of the settings, or <c>env.NAME</c> for a variable in its <c>env</c> object.</summary>
    public string Key { get; }

    /// <summary>Whether a file says already what this would make it say.</summary>
    /// <param name="layer">Null when there is no such file.</param>
    public abstract bool IsIn(ClaudeSettingsLayer? layer);

    /// <summary>Values are always texts: Claude Code's schema asks for it, and older versions ended on a number.</summary>
    public sealed record Put(string Key, string Value) : SettingsChange(Key)
    {
        public override bool IsIn(ClaudeSettingsLayer? layer) =>
            layer?[Key] is { Form: JsonValueKind.String } setting && setting.Value == Value;
    }

    public sealed record Remove(string Key) : SettingsChange(Key)
    {
        public override bool IsIn(ClaudeSettingsLayer? layer) => layer?[Key] is null;
    }
}
