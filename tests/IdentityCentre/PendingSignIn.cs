namespace TrayAgent.Loopback;

/// <summary>A device-code sign-in that waits for somebody to decide.</summary>
public sealed record PendingSignIn(string UserCode, string ClientName, string StartUrl, Uri Page);
