namespace TrayAgent.Core.Decide;

/// <summary>What a person can choose in the tray menu or in a notice: a closed set.</summary>
public abstract record Choice
{
    private Choice()
    {
    }

    public sealed record SignIn(string Session) : Choice;

    public sealed record Renew(string Session) : Choice;

    public sealed record CancelSignIn(string Session) : Choice;

    public sealed record SignOut(string Session) : Choice;

    /// <summary>Warn again at the next lead time, or in ten minutes when there is none left.</summary>
    public sealed record Later(string Session) : Choice;

    /// <summary>No more warnings about this session until tomorrow.</summary>
    public sealed record NotToday(string Session) : Choice;

    /// <summary>No notices for <paramref name="Duration"/>.</summary>
    public sealed record PauseWarnings(TimeSpan Duration) : Choice;

    /// <summary>No notices until the midnight after the person chose, which need not be the one after the menu was drawn.</summary>
    public sealed record PauseWarningsUntilTomorrow : Choice;

    public sealed record ResumeWarnings : Choice;

    /// <summary>Say in a notice what the tooltip says; also the answer to a second start.</summary>
    public sealed record ShowStatus : Choice;

    /// <summary>Do what the remedy of this finding says, if it is still there.</summary>
    public sealed record Repair(string Code, string Subject) : Choice;

    /// <summary>Write what this finding offers, if that still is what the person was shown.</summary>
    /// <param name="Preview">See <see cref="Show.SettingsChangeWords"/>.</param>
    public sealed record WriteSettings(string Code, string Subject, string Preview) : Choice;

    /// <summary>Take our last edit of Claude Code's settings back.</summary>
    /// <param name="At">Which one the person was shown.</param>
    public sealed record UndoSettings(DateTimeOffset At) : Choice;

    /// <summary>Forget the settings that were lost.</summary>
    public sealed record LeaveLostKeys : Choice;

    public sealed record StartAtLogin : Choice;

    public sealed record DoNotStartAtLogin : Choice;

    public sealed record Quit : Choice;
}
