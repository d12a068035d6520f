using TrayAgent.Act.Sessions;
using TrayAgent.Act.Setup;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Cli.Setup;

/// <summary>A session that works, and what it gives access to.</summary>
internal sealed record SignedIn(SetupSession Session, SignInRequest Request, SetupToken Token, IReadOnlyList<AssignedAccount> Accounts);
