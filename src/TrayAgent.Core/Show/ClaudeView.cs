using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary>What <c>trayagent claude show</c> shows.</summary>
/// <param name="Folder">Full path of the folder in which Claude Code would be started.</param>
public sealed record ClaudeView(Assessment Assessment, string Folder)
{
    public ClaudeSettings Claude => Assessment.Snapshot.Claude;

    public ClaudeProvider Provider => ClaudeProviders.Of(Claude);

    public ClaudeRegion Region => ClaudeRegion.Of(Claude, Assessment.Snapshot.ConfigOfClaude);

    public AwsIdentity Identity => AwsIdentities.OfClaude(Claude, Assessment.Snapshot.ConfigOfClaude);

    /// <summary>Until somebody trusts the folder; null when the same, or nothing is known to wait for that.</summary>
    public AwsIdentity? IdentityUntilTrusted =>
        TrustGate.Before(Assessment.Snapshot) is { } before
        && AwsIdentities.OfClaude(before.Claude, before.ConfigOfClaude) is var until && !until.IsSameAs(Identity)
            ? until
            : null;

    /// <summary>Of <c>aws</c> in a terminal.</summary>
    public AwsIdentity Terminal =>
        AwsIdentities.OfTerminal(Claude, Assessment.Snapshot.Environment, Assessment.Snapshot.Config);

    /// <summary>Only those about Claude Code; <c>status</c> shows all.</summary>
    public IEnumerable<Finding> Findings =>
        Assessment.Findings.Where(finding => finding.Code.StartsWith("claude.", StringComparison.Ordinal));
}
