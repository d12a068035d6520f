namespace TrayAgent.Peers.Tests.Support;

/// <summary>What a sign-in gives.</summary>
internal sealed record SignedIn(string ClientId, string ClientSecret, string AccessToken, string RefreshToken);
