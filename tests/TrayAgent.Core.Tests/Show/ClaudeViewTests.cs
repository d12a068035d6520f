using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;
using TrayAgent.Core.Tests.Assess.Claude;

namespace TrayAgent.Core.Tests.Show;

/// <summary><c>claude show</c>, for people and for programs.</summary>
public sealed class ClaudeViewTests
{
    private static readonly Snapshot Machine = ClaudeMachine.Bare
        .With(Given.Settings(
            """
            {
              "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "MY_TOKEN": "hunter2" },
              "awsAuthRefresh": "aws sso login --profile dev"
            }
            """))
        .WithMore(SettingsScope.Project, "{ \"env\": { \"AWS_PROFILE\": \"test\", \"AWS_REGION\": \"\" } }", "/src/.claude/settings.json")
        .WithLab()
        .WithShell(("AWS_PROFILE", "dev"), ("AWS_REGION", "us-west-2"))
        .WithVersion("2.1.240");

    [Fact]
    public void For_people() => Assert.Equal(
        """
        Claude Code, started in '/work', uses Amazon Bedrock in 'eu-central-1'.

        CLAUDE CODE
          Program        /home/ann/.local/bin/claude, version 2.1.240
          Region         eu-central-1, from the profile test
          Credentials    the profile 'test' on the session 'lab', because of
                         'env.AWS_PROFILE' in /src/.claude/settings.json:1
          Your terminal  the profile 'dev' on the session 'corp', because of the
                         environment
                         They differ: what works for 'aws' in your terminal says nothing
                         about Claude Code.
          Wiring         plain

        SETTINGS
          KEY                          VALUE                        SOURCE
          awsAuthRefresh               aws sso login --profile dev  user:3
          env.AWS_PROFILE              test                         project:1
            hides                      dev                          user:2
            hides                      dev                          environment
          env.AWS_REGION               (empty)                      project:1
            hides                      us-west-2                    environment
          env.CLAUDE_CODE_USE_BEDROCK  1                            user:2
          env.MY_TOKEN                 ***                          user:2

        FINDINGS
          error claude.refresh.wrong-profile
            'awsAuthRefresh' in '/home/ann/.claude/settings.json:3' signs in to the
            session 'corp', but Claude Code uses the profile 'test', whose session is
            'lab'.
            → Only this project names the profile 'test', and your own settings count in
            every folder, so they are left as they are. Set 'awsAuthRefresh' for it in
            the project's '.claude/settings.local.json', or let the project use your
            profile.
          info claude.profile.leaks
            Commands that Claude Code runs use the profile 'test' too, while your
            terminal uses 'dev'.
            → To keep them apart, 'env.AWS_PROFILE' would have to go from
            '/src/.claude/settings.json:1'; then 'trayagent claude fix --mode isolated'
            wires Claude Code without it.

        FILES
          project  /src/.claude/settings.json
          user     /home/ann/.claude/settings.json
          AWS      /home/ann/.aws/config
          AWS      /home/ann/.aws/credentials

        """,
        ClaudeText.Of(View(Machine), TextStyle.Plain));

    [Fact]
    public void For_programs() => Assert.Equal(
        """
        {
          "schema": 1,
          "folder": "/work",
          "effective": [
            {
              "key": "env.AWS_PROFILE",
              "value": "test",
              "source": "/src/.claude/settings.json",
              "shadowed": [
                {
                  "source": "/home/ann/.claude/settings.json",
                  "value": "dev"
                },
                {
                  "source": "environment",
                  "value": "***"
                }
              ]
            },
            {
              "key": "env.MY_TOKEN",
              "value": "***",
              "source": "/home/ann/.claude/settings.json",
              "shadowed": []
            }
          ],
          "provider": "login",
          "identity": {
            "kind": "not-aws",
            "profile": null,
            "session": null
          },
          "findings": [],
          "awsFiles": {
            "config": "/home/ann/.aws/config",
            "credentials": "/home/ann/.aws/credentials"
          },
          "identityUntilTrusted": null
        }
        """,
        ClaudeJson.Of(View(ClaudeMachine.With("\"AWS_PROFILE\":\"dev\",\"MY_TOKEN\":\"hunter2\"", "")
            .WithMore(SettingsScope.Project, "{\"env\":{\"AWS_PROFILE\":\"test\"}}", "/src/.claude/settings.json")
            .WithLab()
            .WithShell(("AWS_PROFILE", "AKIAABCDEFGHIJKLMNOP")))));

    [Fact]
    public void A_project_that_is_not_trusted_yet()
    {
        var view = View(Machine with { Claude = Machine.Claude with { Trust = FolderTrust.NotTrusted } });
        Assert.Contains(
            """
              Credentials    the profile 'test' on the session 'lab', because of
                             'env.AWS_PROFILE' in /src/.claude/settings.json:1
                             The folder is not trusted yet: until it is, the profile 'dev'
                             on the session 'corp', because of 'env.AWS_PROFILE' in
                             /home/ann/.claude/settings.json:2. 'claude -p' does not wait.

            """,
            ClaudeText.Of(view, TextStyle.Plain),
            StringComparison.Ordinal);
        Assert.EndsWith(
            """
              "identityUntilTrusted": {
                "kind": "profile",
                "profile": "dev",
                "session": "corp"
              }
            }
            """,
            ClaudeJson.Of(view),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FolderTrust.Trusted, "test")]
    [InlineData(FolderTrust.Unknown, "test")]
    [InlineData(FolderTrust.NotTrusted, "dev")]
    public void A_project_whose_profile_is_in_force_or_the_users_own(FolderTrust trust, string profile)
    {
        var machine = ClaudeMachine.With($"{ClaudeMachine.Bedrock},{ClaudeMachine.Dev}").WithLab()
            .WithMore(SettingsScope.Project, $"{{\"env\":{{\"AWS_PROFILE\":\"{profile}\"}}}}", "/src/.claude/settings.json");
        Assert.Null(View(machine with { Claude = machine.Claude with { Trust = trust } }).IdentityUntilTrusted);
    }

    [Theory]
    [InlineData("", "", "uses Anthropic's API with your login.")]
    [InlineData("\"CLAUDE_CODE_USE_VERTEX\":\"1\"", "", "uses Google Vertex AI.")]
    [InlineData("\"CLAUDE_CODE_USE_BEDROCK\":\"1\",\"AWS_REGION\":\"eu-west-3\"", "", "uses Amazon Bedrock in 'eu-west-3'.")]
    [InlineData("\"CLAUDE_CODE_USE_BEDROCK\":\"1\"", ",\"x\":\"a\\nb\\u202e\"", "uses Amazon Bedrock in 'us-east-1'.")]
    public void The_first_line_says_who_serves_the_models(string env, string keys, string expected)
    {
        var text = ClaudeText.Of(View(Given.Machine("09:00").With(Given.Settings($"{{\"env\":{{{env}}}{keys}}}"))), TextStyle.Plain);
        Assert.StartsWith($"Claude Code, started in '/work', {expected}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
    }

    /// <summary>What is to be said about models is shown elsewhere.</summary>
    private static ClaudeView View(Snapshot snapshot)
    {
        var assessment = Assessor.Assess(snapshot, Policy.Default);
        return new ClaudeView(
            assessment with
            {
                Findings =
                [
                    .. assessment.Findings.Where(finding => !finding.Code.StartsWith("claude.model.", StringComparison.Ordinal)),
                ],
            },
            "/work");
    }
}
