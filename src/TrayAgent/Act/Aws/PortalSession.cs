namespace TrayAgent.Act.Aws;

/// <summary>What is known about a portal session.</summary>
internal enum PortalSession
{
    Alive,
    Over,
    Unknown,
}
