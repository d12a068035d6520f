using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>What VS Code hands to the Claude Code that it starts.</summary>
/// <param name="File">Full path of VS Code's settings.</param>
/// <param name="Variables">Names; see <see cref="EditorSettings"/>.</param>
public sealed record EditorEnvironment(string File, ImmutableArray<string> Variables)
{
    public static EditorEnvironment None { get; } = new("", []);
}
