using System.Text.Json;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Core.Facts.Online;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

/// <summary>What 'trayagent doctor' prints, for people and for programs.</summary>
public sealed class DoctorTests
{
    private static readonly Assessment Machine = Assessor.Assess(Given.Corp("09:00").With(Given.Claude("dev")), Policy.Default);

    private static readonly Diagnosis Denied = Examination.Of(
        Machine,
        [
            new OnlineAnswer(OnlineCheckNames.Token, OnlineResult.Fine, "corp", "AWS accepts the token of 'corp'."),
            new OnlineAnswer(OnlineCheckNames.Models, OnlineResult.NotPermitted, "dev", "The role of 'dev' may not list inference profiles."),
        ]);

    [Fact]
    public void The_files_in_use_come_first_and_each_check_has_its_group()
    {
        var finding = new Finding(
            "aws.token.sign-in-needed", Severity.Error, "corp", "The session 'corp' is signed out.",
            Remedy.Command("Sign in to 'corp'.", "trayagent", "login", "--session", "corp"));
        Assert.Equal(
            """
            Something needs your attention: 2 checks are fine, 2 found something, 1 were skipped.

            FILES
              AWS config       /home/ann/.aws/config
              AWS credentials  /home/ann/.aws/credentials
              SSO cache        /home/ann/.aws/sso/cache
              Claude settings  /home/ann/.claude/settings.json
              AWS CLI          /usr/bin/aws, version 2.9.19

            AWS
              ok      aws.config.unreadable
              finding aws.token.sign-in-needed
                error
                  The session 'corp' is signed out.
                  → Sign in to 'corp'.
                    trayagent login --session corp

            CLAUDE CODE
              skipped claude.model.raw-id
                  Claude Code does not use Bedrock here.

            ASKED ONLINE
              ok      online.portal
                  The portal of 'corp' answers.
              finding online.token
                  'corp' needs you to sign in.
                error aws.token.sign-in-needed
                  The session 'corp' is signed out.
                  → Sign in to 'corp'.
                    trayagent login --session corp

            """,
            DoctorText.Of(
                new Diagnosis(
                    Machine,
                    [finding],
                    [
                        new Check("aws.config.unreadable", CheckResult.Ok, null),
                        new Check("aws.token.sign-in-needed", CheckResult.Finding, null) { Findings = [finding] },
                        new Check("claude.model.raw-id", CheckResult.Skipped, "Claude Code does not use Bedrock here."),
                        new Check("online.portal", CheckResult.Ok, "The portal of 'corp' answers."),
                        new Check("online.token", CheckResult.Finding, "'corp' needs you to sign in.") { Findings = [finding] },
                    ]),
                TextStyle.Plain));
    }

    [Fact]
    public void A_missing_permission_is_followed_by_the_policy_to_ask_for()
    {
        var text = DoctorText.Of(Denied, TextStyle.Plain);
        Assert.Contains(
            """
              finding online.models
                warning aws.permission.missing
                  The role of 'dev' may not list inference profiles.
                  → Nothing has expired. Ask your administrator to permit the role
                  'bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream',
                  'bedrock:GetInferenceProfile', 'bedrock:ListInferenceProfiles' and
                  'bedrock:ListFoundationModels'.

            """ + string.Concat(MinimumPolicy.Lines("eu-central-1").Select(line => $"  {line}\n")),
            text,
            StringComparison.Ordinal);
        using var policy = JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)]);
        Assert.Equal("2012-10-17", policy.RootElement.GetProperty("Version").GetString());
    }

    [Fact]
    public void Its_json_is_the_documented_one()
    {
        using var json = JsonDocument.Parse(DoctorJson.Of(Denied, JsonLayout.OneLine));
        Assert.Equal("schema generatedAt findings checks", Keys(json.RootElement));
        Assert.Equal((1, "2026-11-23T09:00:00Z"), (
            json.RootElement.GetProperty("schema").GetInt32(), json.RootElement.GetProperty("generatedAt").GetString()));
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().ToList();
        Assert.All(checks, check => Assert.Equal("code result note", Keys(check)));
        Assert.Equal(
            """{"code":"aws.config.unreadable","result":"ok","note":null}""",
            checks.Single(check => check.GetProperty("code").GetString() == "aws.config.unreadable").GetRawText());
        Assert.Equal(
            """{"code":"online.models","result":"finding","note":null}""",
            checks.Single(check => check.GetProperty("code").GetString() == "online.models").GetRawText());
        Assert.Equal("aws.permission.missing", json.RootElement.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    private static string Keys(JsonElement json) => string.Join(' ', json.EnumerateObject().Select(member => member.Name));
}
