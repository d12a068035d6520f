namespace TrayAgent.Core.Assess;

/// <summary>A daily span in the user's time zone; may pass midnight. Equal ends mean "never".</summary>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    public bool Contains(TimeOnly time) => From <= Until
        ? From <= time && time < Until
        : time >= From || time < Until;
}
