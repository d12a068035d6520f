namespace TrayAgent.Core.Assess;

/// <summary>The health of the whole machine; only sessions that matter count.</summary>
public enum OverallHealth
{
    Healthy,
    Attention,
    SignInNeeded,
    Unknown,
}
