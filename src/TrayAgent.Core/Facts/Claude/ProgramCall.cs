using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>One program that a shell command line runs.</summary>
/// <param name="Words">Without quotes: assignments (<c>AWS_PROFILE=dev</c>), the program, and what it is given.</param>
public sealed partial record ProgramCall(ImmutableArray<string> Words)
{
    public bool IsAws => Runs("aws");

    public bool IsOurs => Runs("trayagent");

    public bool Has(string word) => Words.Contains(word, StringComparer.Ordinal);

    /// <summary>By its name, in whatever folder it is.</summary>
    private bool Runs(string program)
    {
        var path = Words.FirstOrDefault(word => !Assignment().IsMatch(word)) ?? "";
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return name == program || name.Equals(program + ".exe", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*=", RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();
}
