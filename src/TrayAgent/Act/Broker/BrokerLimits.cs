namespace TrayAgent.Act.Broker;

/// <summary>How long a caller of <c>auth-refresh</c> waits.</summary>
/// <param name="Caller">
/// Until a person has signed in. Claude Code ends its <c>awsAuthRefresh</c> after 180 s, without what it would have said.
/// </param>
internal sealed record BrokerLimits(TimeSpan Caller)
{
    public static BrokerLimits Default { get; } = new(TimeSpan.FromSeconds(165));
}
