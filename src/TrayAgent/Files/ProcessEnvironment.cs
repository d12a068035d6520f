using System.Collections.Immutable;

namespace TrayAgent.Files;

/// <summary>The environment of this process as a value, so that tests can give another one.</summary>
internal sealed record ProcessEnvironment(ImmutableDictionary<string, string> Variables)
{
    public static ProcessEnvironment Current { get; } = Read();

    /// <summary>Null when unset or empty: AWS and freedesktop treat both alike.</summary>
    public string? this[string name] => Variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static ProcessEnvironment Read()
    {
        var comparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var variables = ImmutableDictionary.CreateBuilder<string, string>(comparer);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return new ProcessEnvironment(variables.ToImmutable());
    }
}
