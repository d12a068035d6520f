using TrayAgent.Loopback;

namespace TrayAgent.Peers.Tests.Support;

/// <summary>Who asked the identity centre.</summary>
internal static class Callers
{
    /// <summary>In the races only TrayAgent speaks through the AWS SDK for .NET.</summary>
    public static bool IsOurs(this CentreEvent it) => it.UserAgent.StartsWith("aws-sdk-dotnet", StringComparison.Ordinal);
}
