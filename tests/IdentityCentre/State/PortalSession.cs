namespace TrayAgent.Loopback.State;

/// <summary>A user's session in the access portal of one start URL, in one browser.</summary>
internal sealed class PortalSession(
    int number, string browser, string startUrl, string userName, DateTimeOffset startedAt, DateTimeOffset endsAt)
{
    public int Number { get; } = number;

    public string Browser { get; } = browser;

    public string StartUrl { get; } = startUrl;

    public string UserName { get; } = userName;

    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>The absolute end: nothing moves it.</summary>
    public DateTimeOffset EndsAt { get; } = endsAt;

    /// <summary>Why it ended before its time.</summary>
    public SessionEnd? EndedBy { get; private set; }

    public int Refreshes { get; set; }

    public int Reuses { get; set; }

    public bool IsLive(DateTimeOffset now) => EndedBy is null && now < EndsAt;

    public void End(SessionEnd reason) => EndedBy ??= reason;
}
