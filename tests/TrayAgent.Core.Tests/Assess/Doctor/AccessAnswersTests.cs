using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Core.Tests.Assess.Doctor;

/// <summary>No more is claimed than AWS says.</summary>
public sealed class AccessAnswersTests
{
    [Fact]
    public void Nothing_named_and_nothing_known() => Check(
        new AccessFacts(UseCaseForm.Unknown, "It is said.", []),
        "Skipped online.form dev: It is said.",
        "Skipped online.access dev: No setting names a model by an ID that AWS could be asked about.");

    [Fact]
    public void Without_a_named_model_a_missing_form_is_one() => Check(
        new AccessFacts(UseCaseForm.NotShown, null, []),
        "NotEnabled online.form dev: Nobody has filled in Anthropic's use case form for account '111122223333'.",
        "Skipped online.access dev: No setting names a model by an ID that AWS could be asked about.");

    [Theory]
    [InlineData(AgreementState.Pending, true, "Skipped online.access m: AWS is just enabling 'm' for account '111122223333'; that takes up to 15 minutes.")]
    [InlineData(AgreementState.Unknown, null, "Skipped online.access m: AWS did not say whether 'm' is enabled.")]
    [InlineData(AgreementState.Failed, true, "NotEnabled online.access m: AWS Marketplace could not subscribe account '111122223333' to 'm': No card\uFFFD.")]
    [InlineData(AgreementState.Available, false, "NotPermitted online.access dev: AWS says that the role of 'dev' is not authorised for 'm'.")]
    [InlineData(AgreementState.Available, null, "Fine online.access m: 'm' is enabled for account '111122223333'.")]
    [InlineData(AgreementState.NotAvailable, true, "NotEnabled online.access m: Nobody has subscribed account '111122223333' to 'm' yet.")]
    public void A_model(AgreementState agreement, bool? isAuthorized, string expected) => Check(
        new AccessFacts(UseCaseForm.Submitted, null, [new AskedModel("m", new ModelAccess(agreement, isAuthorized) { Error = "No card\e." }, null)]),
        "Fine online.form dev: Anthropic's use case form of account '111122223333' has been filled in.",
        expected);

    [Fact]
    public void Keys_have_no_account_in_their_profile() => Assert.Contains(
        "the account of profile 'keys'",
        AccessAnswers.Of(new AccessFacts(UseCaseForm.Submitted, null, []), Given.Profile("keys", null) with { AccountId = null })[0].Text,
        StringComparison.Ordinal);

    private static void Check(AccessFacts facts, params string[] expected) => Assert.Equal(
        expected,
        AccessAnswers.Of(facts, Given.Profile("dev", "corp")).Select(answer => $"{answer.Result} {answer.Check} {answer.Subject}: {answer.Text}"));
}
