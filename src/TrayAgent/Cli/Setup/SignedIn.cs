using TrayAgent.Act.Sessions;
using TrayAgent.Act.Setup;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Cli.Setup;

/// <summary>A session that works, and what it gives access to.</summary>
/// <param name="Turn">Keeps others from signing in to it until the token is written, or forgotten.</param>
internal sealed record SignedIn(
    SetupSession Session, SignInRequest Request, SetupToken Token, IReadOnlyList<AssignedAccount> Accounts, IDisposable Turn);
