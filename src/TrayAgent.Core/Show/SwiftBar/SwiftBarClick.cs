using System.Collections.Immutable;
using TrayAgent.Core.Decide;

namespace TrayAgent.Core.Show.SwiftBar;

/// <summary>What a click in SwiftBar's menu starts: this program with these arguments.</summary>
/// <param name="Where">Where its words can be read.</param>
internal sealed record SwiftBarClick(ImmutableArray<string> Arguments, SwiftBarPlace Where)
{
    /// <summary>Null when no command line says the same, or when it would need a name that a shell could interpret.</summary>
    public static SwiftBarClick? Of(Choice choice) => choice switch
    {
        Choice.SignIn(var session) => For(session, "login"),
        Choice.Renew(var session) => For(session, "renew"),
        Choice.SignOut(var session) => For(session, "logout"),
        Choice.ShowStatus => new(["status"], SwiftBarPlace.Terminal),

        // It shows its diff and asks.
        Choice.WriteSettings => new(["claude", "fix"], SwiftBarPlace.Terminal),
        Choice.UndoSettings => new(["claude", "undo"], SwiftBarPlace.Terminal),
        Choice.StartAtLogin => new(["autostart", "on"], SwiftBarPlace.Background),
        Choice.DoNotStartAtLogin => new(["autostart", "off"], SwiftBarPlace.Background),
        _ => null,
    };

    /// <remarks>SwiftBar runs it by way of bash: https://github.com/swiftbar/SwiftBar#preferences-aka-defaults</remarks>
    public IReadOnlyList<string> Parameters(string program) =>
    [
        $"bash={SwiftBarLine.Quoted(program)}",
        .. Arguments.Select((argument, i) => FormattableString.Invariant($"param{i}={argument}")),
        $"terminal={(Where == SwiftBarPlace.Terminal ? "true" : "false")}",
        "refresh=true",
    ];

    private static SwiftBarClick? For(string session, string verb) =>
        session.Length > 0 && session[0] != '-' && session.All(IsPlain)
            ? new SwiftBarClick([verb, "--session", session], SwiftBarPlace.Background)
            : null;

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || "-_.:/".Contains(character);
}
