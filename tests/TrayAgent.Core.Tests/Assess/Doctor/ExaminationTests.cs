using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Core.Tests.Assess.Doctor;

/// <summary>Every check by name: "ok code", "finding code" or "skipped code: why".</summary>
public sealed class ExaminationTests
{
    private static readonly Snapshot Good = Given.Corp("09:00").With(Given.Claude("dev"));

    private static readonly ImmutableHashSet<string> OnlyOnline =
    [
        FindingCodes.NetworkUnreachable, FindingCodes.NetworkTls, FindingCodes.RoleUnavailable, FindingCodes.IdentityOtherAccount,
        FindingCodes.PermissionMissing, FindingCodes.PermissionForbidden, FindingCodes.ModelFormMissing, FindingCodes.ModelNotEnabled,
    ];

    [Fact]
    public void There_is_one_check_of_files_per_code() => Assert.Equal(
        typeof(FindingCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(OnlyOnline).Order(StringComparer.Ordinal),
        Examined(Good).Checks.Select(check => check.Code));

    [Fact]
    public void Without_asking_nothing_is_said_about_AWS() =>
        Assert.DoesNotContain(Examined(Good).Checks, check => check.Code.StartsWith("online.", StringComparison.Ordinal));

    [Fact]
    public void What_is_well_is_ok_and_what_cannot_be_known_is_skipped() => Check(
        Good,
        "ok aws.config.unreadable",
        "ok aws.profile.incomplete",
        "ok aws.token.sign-in-needed",
        "ok aws.registration.unreadable",
        "ok aws.cache.permissions",
        "ok claude.model.raw-id",
        "skipped aws.token.ending-soon: When the session ends is not known.",
        "skipped claude.export.falls-back: 'awsCredentialExport' is not set.",
        "skipped claude.version.too-old: The version of Claude Code is not known.",
        "skipped aws.clock.skew: No answer of AWS has told the time within a day; '--online' asks.");

    [Fact]
    public void On_an_empty_machine_hardly_anything_applies() => Check(
        Given.Machine("09:00") with { AwsCli = new AwsCli.Missing() },
        "ok aws.config.unreadable",
        "ok aws.home.split",
        "skipped aws.profile.incomplete: There is no profile.",
        "skipped aws.session.region: There is no session.",
        "skipped aws.token.unreadable: There is no session.",
        "skipped aws.token.sign-in-needed: There is no session.",
        "skipped aws.cache.permissions: There is no file in the cache.",
        "skipped aws.cli.missing: There is no session.",
        "skipped aws.cli.too-old: The version of the AWS CLI is not known.",
        "skipped claude.settings.unreadable: There are no settings of Claude Code.",
        "skipped claude.profile.unknown: There are no settings of Claude Code.",
        "skipped claude.model.raw-id: Claude Code does not use Bedrock here.");

    [Fact]
    public void What_nobody_uses_is_not_judged() => Check(
        Given.Corp("09:00", written: "2026-11-01 08:00"), "skipped aws.token.sign-in-needed: No session is in use.", "ok aws.token.unreadable");

    [Fact]
    public void A_clock_that_was_compared_lately_is_judged() => Check(
        Good with { Clock = new ClockReading(TimeSpan.FromSeconds(2), Given.At("08:00")) }, "ok aws.clock.skew");

    [Fact]
    public void What_was_found_is_a_finding()
    {
        var examined = Examined(Good.Without("corp"));
        Check(Good.Without("corp"), "finding aws.token.sign-in-needed");
        Assert.False(examined.IsFine);
        Assert.Equal("The session 'corp' is signed out.", examined.Checks.Single(check => check.Code == "aws.token.sign-in-needed").Findings.Single().Message);
    }

    [Fact]
    public void Information_does_not_count() => Assert.True(Examined(Good with { AwsCli = new AwsCli.Missing() }) is { IsFine: true } examined
        && examined.Findings.Any(finding => finding.Code == FindingCodes.CliMissing));

    /// <summary>A legacy profile whose session does not exist: saying "ok" to the legacy format would be a lie.</summary>
    [Fact]
    public void What_is_hidden_by_its_cause_is_not_called_ok()
    {
        var broken = Given.Machine("09:00")
            .With(Given.Session("corp"))
            .With(Given.Profile("dev", "nope") with
            {
                Kind = Core.Facts.Aws.ProfileKind.Broken,
                SourceProfile = "gone",
                RoleArn = "arn:aws:iam::1:role/x",
                Chain = ["dev", "gone"],
                Session = null,
            });
        Check(
            broken,
            "finding aws.profile.unknown-session",
            "skipped aws.profile.broken-chain: Another finding is the cause of one here and comes first.");
    }

    [Fact]
    public void Nor_is_what_follows_from_a_profile_that_does_not_exist()
    {
        const string Settings = """{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "deev" } }""";
        Check(
            Given.Corp("09:00").With(Given.Settings(Settings)),
            "finding claude.profile.unknown",
            "skipped claude.refresh.missing: Another finding is the cause of one here and comes first.",
            "skipped claude.region.missing: Another finding is the cause of one here and comes first.");
    }

    [Fact]
    public void Online_there_is_one_check_per_question_in_the_order_of_asking()
    {
        var examined = Examined(Good, Answer(OnlineCheckNames.Token, OnlineResult.Fine, "corp", "AWS accepts the token of 'corp'."));
        Assert.Equal(
            [
                "skipped online.proxy: Nothing here depends on it.",
                "skipped online.portal: Nothing here depends on it.",
                "skipped online.tls: Nothing here depends on it.",
                "skipped online.clock: Nothing here depends on it.",
                "ok online.token: AWS accepts the token of 'corp'.",
                "skipped online.role: Nothing here depends on it.",
                "skipped online.identity: Nothing here depends on it.",
                "skipped online.region: Nothing here depends on it.",
                "skipped online.models: Nothing here depends on it.",
                "skipped online.form: Nothing here depends on it.",
                "skipped online.access: Nothing here depends on it.",
                "skipped online.call: Nothing here depends on it.",
            ],
            examined.Checks.Where(check => check.Code.StartsWith("online.", StringComparison.Ordinal)).Select(Line));
    }

    [Theory]
    [InlineData(OnlineCheckNames.Portal, OnlineResult.Unreachable, "error aws.network.unreachable")]
    [InlineData(OnlineCheckNames.Region, OnlineResult.Unreachable, "error aws.network.unreachable")]
    [InlineData(OnlineCheckNames.Models, OnlineResult.Unreachable, "error aws.network.unreachable")]
    [InlineData(OnlineCheckNames.Tls, OnlineResult.Untrusted, "error aws.network.tls")]
    [InlineData(OnlineCheckNames.Role, OnlineResult.NotPermitted, "error aws.role.unavailable")]
    [InlineData(OnlineCheckNames.Identity, OnlineResult.Mismatch, "error aws.identity.other-account")]
    [InlineData(OnlineCheckNames.Models, OnlineResult.NotPermitted, "warning aws.permission.missing")]
    [InlineData(OnlineCheckNames.Models, OnlineResult.Forbidden, "error aws.permission.forbidden")]
    [InlineData(OnlineCheckNames.Form, OnlineResult.NotEnabled, "warning aws.model.form-missing")]
    [InlineData(OnlineCheckNames.Access, OnlineResult.NotEnabled, "warning aws.model.not-enabled")]
    [InlineData(OnlineCheckNames.Access, OnlineResult.NotPermitted, "warning aws.permission.missing")]
    public void Each_bad_answer_is_one_finding(string check, OnlineResult result, string expected)
    {
        var examined = Examined(Good, Answer(check, result, "dev", "It is said."));
        var finding = Assert.Single(examined.Findings, finding => finding.Severity > Severity.Info);
        Assert.Equal(expected, $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}");
        Assert.Equal(("dev", "It is said."), (finding.Subject, finding.Message));
        Assert.Contains($"finding {check}", examined.Checks.Select(Line));
        Assert.False(examined.IsFine);
    }

    [Fact]
    public void A_dead_session_is_said_once_and_each_check_that_met_it_points_there()
    {
        var examined = Examined(
            Good.Without("corp"),
            Answer(OnlineCheckNames.Token, OnlineResult.SignInNeeded, "corp", "'corp' needs you to sign in."),
            Answer(OnlineCheckNames.Role, OnlineResult.SignInNeeded, "corp", "'corp' needs you to sign in."));
        Assert.Single(examined.Findings, finding => finding.Code == FindingCodes.TokenSignInNeeded);
        var lines = examined.Checks.Select(Line).ToList();
        Assert.Contains("finding online.token: 'corp' needs you to sign in.", lines);
        Assert.Contains("finding online.role: 'corp' needs you to sign in.", lines);
    }

    /// <summary>The token was accepted, and the AWS CLI says "expired" all the same.</summary>
    [Fact]
    public void That_only_an_answer_says_that_a_session_is_over_is_a_finding_all_the_same()
    {
        var examined = Examined(
            Good,
            Answer(OnlineCheckNames.Token, OnlineResult.Fine, "corp", "AWS accepts the token of 'corp'."),
            Answer(OnlineCheckNames.Models, OnlineResult.SignInNeeded, "corp", "AWS does not accept the session of 'dev' any more."));
        Assert.Contains("finding online.models", examined.Checks.Select(Line));
        Assert.Equal(
            ["trayagent", "login", "--session", "corp"],
            Assert.Single(examined.Findings, finding => finding.Code == FindingCodes.TokenSignInNeeded).Remedy!.Argv);
    }

    [Fact]
    public void One_good_answer_and_one_that_says_nothing_are_ok() => Assert.Contains(
        "ok online.token: AWS accepts the token of 'a'. 'b' was not asked.",
        Examined(
            Good,
            Answer(OnlineCheckNames.Token, OnlineResult.Fine, "a", "AWS accepts the token of 'a'."),
            Answer(OnlineCheckNames.Token, OnlineResult.Skipped, "b", "'b' was not asked.")).Checks.Select(Line));

    private static OnlineAnswer Answer(string check, OnlineResult result, string subject, string text) => new(check, result, subject, text);

    private static Diagnosis Examined(Snapshot snapshot, params ImmutableArray<OnlineAnswer> answers) =>
        Examination.Of(Assessor.Assess(snapshot, Policy.Default), answers);

    private static void Check(Snapshot snapshot, params string[] expected) => Assert.Subset(
        Examined(snapshot).Checks.Select(Line).ToHashSet(), expected.ToHashSet());

    private static string Line(Check check) =>
        $"{check.Result.ToString().ToLowerInvariant()} {check.Code}{(check.Note is { } note ? ": " + note : "")}";
}
