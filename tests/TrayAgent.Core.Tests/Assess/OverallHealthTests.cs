using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Assess;

public sealed class OverallHealthTests
{
    [Fact]
    public void A_good_session_is_healthy() => Check(Given.Corp("09:00"), OverallHealth.Healthy);

    [Fact]
    public void Nothing_set_up_is_unknown() => Check(Given.Machine("09:00"), OverallHealth.Unknown);

    [Fact]
    public void Sessions_that_do_not_matter_are_as_good_as_none() =>
        Check(Given.Corp("09:00", written: "2026-11-20 08:00"), OverallHealth.Unknown);

    [Fact]
    public void A_sign_out_of_a_session_that_matters_needs_a_sign_in() =>
        Check(Given.Corp("09:00").Without("corp"), OverallHealth.SignInNeeded, Given.Pinned("corp"));

    [Fact]
    public void A_dead_session_that_does_not_matter_changes_nothing() =>
        Check(Given.Corp("09:00").With(Given.Session("old")), OverallHealth.Healthy);

    [Fact]
    public void A_sign_in_needed_weighs_more_than_an_unknown() => Check(
        Given.Corp("09:00").With(Given.Session("torn")).With(Given.Torn("torn", "08:00")).Without("corp"),
        OverallHealth.SignInNeeded,
        Given.Pinned("corp", "torn"));

    [Fact]
    public void An_unknown_session_weighs_more_than_a_finding() =>
        Check(Given.Corp("09:00").With(Given.Torn("corp", "08:00")), OverallHealth.Unknown, Given.Pinned("corp"));

    [Theory]
    [InlineData("15:59:59", OverallHealth.Healthy)]
    [InlineData("16:00:00", OverallHealth.Attention)]
    public void An_end_within_the_longest_lead_time_deserves_attention(string now, OverallHealth expected)
    {
        var legacy = Given.Legacy("https://corp.awsapps.com/start");
        Check(Given.Machine(now).With(legacy).With(Given.Fixed(legacy.Name, "17:00")), expected);
    }

    [Fact]
    public void A_warning_deserves_attention() => Check(
        Given.Corp("09:00") with { Homes = [new Home("AWS CLI", "/home/ann"), new Home(".NET SDK", "/root")] }, OverallHealth.Attention);

    [Fact]
    public void Information_never_counts()
    {
        var snapshot = Given.Corp("09:00").With(Given.Session("old") with { Scopes = [] });
        Assert.Contains(
            Assessor.Assess(snapshot, Policy.Default).Findings, finding => finding.Code == FindingCodes.SessionNoScopes);
        Check(snapshot, OverallHealth.Healthy);
    }

    private static void Check(Snapshot snapshot, OverallHealth expected, Policy? policy = null) =>
        Assert.Equal(expected, Assessor.Assess(snapshot, policy ?? Policy.Default).Overall);
}
