using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>One key of one settings file, with what of its value may be known; see <see cref="ShownSettings"/>.</summary>
/// <param name="Key">A key of the settings, or <c>env.NAME</c>, or <c>modelOverrides.ID</c>.</param>
/// <param name="Value">As text; <c>***</c> when it may be a secret; of an object or a list only its size.</param>
/// <param name="Form">What it is in JSON.</param>
/// <param name="Line">One-based; null for a variable of the shell or a policy of the system.</param>
public sealed record ClaudeSetting(string Key, string Value, JsonValueKind Form, int? Line)
{
    /// <summary>The texts of a list of models, as far as they may be known; of every other list nothing.</summary>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>It is nothing that this key can be, so Claude Code goes on as if it were not there.</summary>
    public bool IsSkipped => SettingForms.IsSkipped(Key, Form);

    /// <summary>
    /// As Claude Code takes it, which turns the numbers and truth values of variables into text;
    /// null for an object, a list, a null, and for what it skips.
    /// </summary>
    public string? Text => IsSkipped || Form is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null ? null : Value;
}
