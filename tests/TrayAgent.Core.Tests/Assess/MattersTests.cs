using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Tests.Decide;

namespace TrayAgent.Core.Tests.Assess;

public sealed class MattersTests
{
    private const string Yesterday = "2026-11-22 08:00";

    [Fact]
    public void A_session_signed_in_to_on_another_day_does_not_matter() => Check(Given.Corp("09:00", written: Yesterday), "");

    [Fact]
    public void A_token_written_today_matters_while_nothing_else_is_known() => Check(Given.Corp("09:00"), "matters");

    [Fact]
    public void A_refresh_today_is_no_sign_in_today() => Check(
        Given.Corp("09:00").With("corp", SessionHistory.Empty with { SignedInAt = Given.At(Yesterday) }), "");

    [Theory]
    [InlineData("08:00:01", null, "")]
    [InlineData("07:59:59", null, "matters")]
    [InlineData("08:00:01", "07:00", "matters")]
    [InlineData("08:00:01", "2026-11-22 07:00", "")]
    public void A_refresh_of_ours_is_no_sign_in_that_nobody_saw(string lastUse, string? found, string expected) => Check(
        Given.Corp("09:00").With("corp", SessionHistory.Empty with
        {
            LastUsedAt = Given.At(lastUse),
            FoundWrittenAt = found is null ? null : Given.At(found),
        }),
        expected);

    [Theory]
    [InlineData("2026-11-23 23:59:59", "matters")]
    [InlineData("2026-11-24 00:00:00", "")]
    public void A_sign_in_before_the_agent_came_counts_for_its_day_in_spite_of_refreshes(string now, string expected)
    {
        var day = new Day(Given.Corp("09:00", expires: "10:00", written: "09:00")).At("09:30").Until("09:41")
            .At("09:41", snapshot => snapshot.With(Given.Token("corp", "10:41", "09:41", "f2")))
            .Refreshed("09:41:01", RefreshResult.Refreshed);
        Check(day.Snapshot with { Now = Given.At(now) }, expected);
    }

    [Theory]
    [InlineData("2026-11-22 23:30", "matters")]
    [InlineData("2026-11-22 22:30", "")]
    public void Today_is_a_day_of_the_user_and_not_of_UTC(string signedInAt, string expected)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("one", TimeSpan.FromHours(1), "one", "one");
        var snapshot = Given.Corp("09:00", written: Yesterday) with { Zone = zone };
        Check(snapshot.With("corp", SessionHistory.Empty with { SignedInAt = Given.At(signedInAt) }), expected);
    }

    [Fact]
    public void A_pinned_session_matters() =>
        Check(Given.Corp("09:00", written: Yesterday), "matters", Given.Pinned("corp"));

    [Fact]
    public void The_session_of_the_profile_in_Claudes_settings_matters() =>
        Check(Given.Corp("09:00", written: Yesterday).With(Given.Claude("dev")), "matters claude");

    [Fact]
    public void A_role_chain_leads_to_the_session() => Check(
        Given.Corp("09:00", written: Yesterday)
            .With(Given.Profile("admin", "corp") with { Kind = ProfileKind.RoleChain, SsoSession = null, RoleArn = "arn", SourceProfile = "dev" })
            .With(Given.Claude("admin")),
        "matters claude");

    [Fact]
    public void A_session_that_a_command_of_Claude_names_matters() => Check(
        Given.Corp("09:00", written: Yesterday)
            .With(Given.Settings("""{"env":{"CLAUDE_CODE_USE_BEDROCK":"1"},"awsAuthRefresh":"aws sso login --sso-session corp"}""")),
        "matters claude");

    [Fact]
    public void A_profile_that_managed_settings_replace_is_not_used() => Check(
        Given.Corp("09:00", written: Yesterday)
            .With(Given.Profile("other", null) with { Kind = ProfileKind.Static })
            .With(Given.Claude("other") with { Scope = SettingsScope.ManagedFile })
            .With(Given.Settings("""{"env":{"AWS_PROFILE":"dev"}}""")),
        "");

    [Fact]
    public void Bedrock_without_a_profile_uses_the_one_of_the_environment() => Check(
        (Given.Corp("09:00", written: Yesterday) with { Environment = AwsEnvironment.Empty with { Profile = "dev" } })
            .With(Given.Settings("""{"env":{"CLAUDE_CODE_USE_BEDROCK":"1"}}""")),
        "matters claude");

    private static void Check(Snapshot snapshot, string expected, Policy? policy = null)
    {
        var status = Assessor.Assess(snapshot, policy ?? Policy.Default).Session("corp")!;
        Assert.Equal(expected, $"{(status.Matters ? "matters" : "")}{(status.IsUsedByClaude ? " claude" : "")}");
    }
}
