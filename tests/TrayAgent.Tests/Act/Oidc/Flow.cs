namespace TrayAgent.Tests.Act.Oidc;

/// <summary>The two ways of signing in by ourselves.</summary>
public enum Flow
{
    Pkce,
    DeviceCode,
}
