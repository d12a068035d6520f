namespace TrayAgent.Loopback.State;

/// <summary>One sign-in by device code, from the request to the token.</summary>
internal sealed class DeviceAuthorization(
    string deviceCode, string userCode, Client client, string startUrl, DateTimeOffset expiresAt)
{
    public string DeviceCode { get; } = deviceCode;

    public string UserCode { get; } = userCode;

    public Client Client { get; } = client;

    public string StartUrl { get; } = startUrl;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public DeviceDecision Decision { get; set; } = DeviceDecision.Pending;

    /// <summary>The portal session in which the sign-in was approved.</summary>
    public PortalSession? Session { get; set; }

    public PollBudget Polls { get; } = new();

    public bool IsPending(DateTimeOffset now) => Decision == DeviceDecision.Pending && now < ExpiresAt;
}

internal enum DeviceDecision
{
    Pending,
    Approved,
    Denied,
    Spent,
}
