namespace TrayAgent.Act;

/// <summary>What is known about the portal session before a sign-in.</summary>
internal enum PortalSession
{
    Alive,
    Over,
    Unknown,
}
