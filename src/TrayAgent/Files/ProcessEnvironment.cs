using System.Collections.Immutable;

namespace TrayAgent.Files;

/// <summary>The environment of a process as a value, so that tests can give another one.</summary>
/// <param name="variables">Null: those of this process. All are read only when all are asked for: that takes as long as half of `auth-refresh`.</param>
internal sealed class ProcessEnvironment(ImmutableDictionary<string, string>? variables)
{
    private ImmutableDictionary<string, string>? _variables = variables;

    public static ProcessEnvironment Current { get; } = new(null);

    /// <summary>Null when unset or empty: AWS and freedesktop treat both alike.</summary>
    public string? this[string name] => Find(name) is { Length: > 0 } value ? value : null;

    public ImmutableDictionary<string, string> Variables => _variables ??= Read();

    private string? Find(string name) =>
        _variables is { } known ? known.GetValueOrDefault(name) : Environment.GetEnvironmentVariable(name);

    private static ImmutableDictionary<string, string> Read()
    {
        var comparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var read = ImmutableDictionary.CreateBuilder<string, string>(comparer);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            read[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return read.ToImmutable();
    }
}
