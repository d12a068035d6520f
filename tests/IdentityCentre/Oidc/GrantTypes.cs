namespace TrayAgent.Loopback.Oidc;

internal static class GrantTypes
{
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";
    public const string AuthorizationCode = "authorization_code";
    public const string RefreshToken = "refresh_token";
}
