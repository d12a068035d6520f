namespace TrayAgent.Core.Edit;

/// <summary>One change of Claude Code's settings: a closed set.</summary>
public abstract record SettingsChange
{
    private SettingsChange(string key) => Key = key;

    /// <summary>A key of the settings, or <c>env.NAME</c> for a variable in its <c>env</c> object.</summary>
    public string Key { get; }

    /// <summary>Values are always texts: Claude Code's schema asks for it, and older versions ended on a number.</summary>
    public sealed record Put(string Key, string Value) : SettingsChange(Key);

    public sealed record Remove(string Key) : SettingsChange(Key);
}
