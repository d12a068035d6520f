using TrayAgent.Act.Aws;
using TrayAgent.Core.Decide;

namespace TrayAgent.Act.Sessions;

/// <summary>How the sign-in of another process ended.</summary>
/// <param name="Outcome">As it said.</param>
/// <param name="Earlier">
/// <see cref="PortalSession.Over"/> when it was a renewal, or began a portal session: then nobody has to renew once more.
/// </param>
internal sealed record OthersEnd(SignInOutcome Outcome, PortalSession Earlier);
