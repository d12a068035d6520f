namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do when AWS gives no answer.</summary>
internal static class NetworkReplies
{
    private static readonly Remedy Look = Remedy.Command(
        "Check the network, the VPN and the proxy; this says which part of AWS answers.", "trayagent", "doctor", "--online");

    public static Reply Unreachable(Situation situation) => Replying.First(
        situation,
        () => situation.Session is { Failure.Obstacle: Facts.RefreshObstacle.NoNetwork } status
            ? new Reply($"TrayAgent could not reach AWS either, when it tried to refresh '{status.Name}'.", Look)
            : new Reply("Nothing in the files of this machine explains it; a firewall, a VPN or a proxy may.", Look),
        FindingCodes.EndpointOverride);

    public static Reply Certificate(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            "Claude Code takes further certificates from 'NODE_EXTRA_CA_CERTS', the AWS CLI from 'AWS_CA_BUNDLE'.",
            Remedy.Command(
                "Get your company's root certificate as a PEM file and name it in both, for Claude Code in 'env' of its settings; this tests it.",
                "trayagent", "doctor", "--online")),
        FindingCodes.ClaudeNetworkTls);

    public static Reply Proxy(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            "'HTTPS_PROXY', a gateway ('ANTHROPIC_BEDROCK_BASE_URL') or an endpoint override leads elsewhere.",
            Remedy.Command("See what is set; a proxy must let '*.amazonaws.com' through.", "trayagent", "doctor", "--online")),
        FindingCodes.EndpointOverride,
        FindingCodes.ClaudeNetworkTls);
}
