using TrayAgent.Core.Facts.Claude;
using static TrayAgent.Core.Tests.Assess.Claude.ClaudeMachine;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary>What a project sets while nobody has said that its folder is trusted.</summary>
public sealed class TrustFindingTests
{
    private const string All = $"{Bedrock},{Dev},{Region}";

    [Theory]
    [InlineData(FolderTrust.NotTrusted, true)]
    [InlineData(FolderTrust.Trusted, false)]
    [InlineData(FolderTrust.Unknown, false)]
    public void A_command_of_a_project_that_is_not_trusted(FolderTrust trust, bool found)
    {
        var snapshot = With(All, "").WithMore(SettingsScope.Project, $"{{{Refresh}}}", "/src/.claude/settings.json");
        FindingChecks.CheckIf(
            found,
            snapshot with { Claude = snapshot.Claude with { Trust = trust } },
            "warning claude.refresh.wrong-file",
            "'awsAuthRefresh' in '/src/.claude/settings.json:1' does not count yet: this folder is not trusted.");
    }

    [Theory]
    [InlineData(FolderTrust.NotTrusted, " What the project sets there counts once its folder is trusted, for 'claude -p' already.")]
    [InlineData(FolderTrust.Trusted, "")]
    [InlineData(FolderTrust.Unknown, "")]
    public void What_follows_from_a_project_that_is_not_trusted_yet(FolderTrust trust, string sentence)
    {
        var snapshot = With($"{All},\"HTTPS_PROXY\":\"http://a\",\"https_proxy\":\"http://b\"")
            .WithMore(SettingsScope.Project, "{\"env\":{\"AWS_PROFILE\":\"ops\"}}", "/src/.claude/settings.json");
        snapshot = snapshot with { Claude = snapshot.Claude with { Trust = trust } };
        FindingChecks.Check(
            snapshot, "error claude.profile.unknown", $"Claude Code's settings name the profile 'ops', which does not exist.{sentence}");

        // What the user's own settings say is so already.
        Assert.DoesNotContain("once its folder", Find(snapshot, "claude.network.tls")!.Message, StringComparison.Ordinal);
    }
}
