using TrayAgent.Act.Broker;
using TrayAgent.Act.Refresh;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Tests.Act;

/// <summary>A session may have any name, and what a message tells a person to run is pasted into a shell.</summary>
public sealed class PastedCommandTests
{
    private const string Hostile = "my sso; touch x";
    private const string Command = "trayagent login --session 'my sso; touch x'";

    [Fact]
    public void After_a_refresh_that_failed() => Check(new RefreshWords(new SsoSession
    {
        Name = Hostile,
        Kind = SessionKind.SsoSession,
        File = "config",
        Line = 1,
    }).SignedOut(null).Text);

    [Fact]
    public void After_a_sign_in_that_was_left_alone() =>
        Check(SignInWait.LeftAlone(new SignInOutcome(Hostile, SignInResult.Cancelled, "It was cancelled.")));

    private static void Check(string text) => Assert.Contains(Command, text, StringComparison.Ordinal);
}
