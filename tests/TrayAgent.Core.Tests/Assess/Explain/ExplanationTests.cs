using System.Text.Json;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Explain;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>The same text on different machines: the cause and the one command.</summary>
public sealed class ExplanationTests
{
    private const string Expired = "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.";
    private const string KeysExpired = "API Error: 403 The security token included in the request is expired";
    private const string Claude403 = "AWS authentication failed · 403 · if credentials are current, check AWS permissions and model access";

    private static readonly Snapshot Claudes = Given.Corp("09:00").With(Given.Claude("dev"));

    [Fact]
    public void Expired_and_the_session_needs_a_person() => Check(
        Claudes.Without("corp"),
        Expired,
        """
        sso-token-expired
        The token of an AWS SSO session has expired and could not be refreshed.
        Here: The session 'corp' is signed out.
        → Sign in to 'corp'.
            trayagent login --session corp

        """);

    [Fact]
    public void Expired_and_somebody_has_signed_in_since() => Check(
        Claudes,
        Expired,
        """
        sso-token-expired
        The token of an AWS SSO session has expired and could not be refreshed.
        Here: The session 'corp' works now (its access token runs until 17:00): it was
        refreshed, or somebody has signed in, since the error. A Claude Code older
        than 2.1.178 does not notice that while it runs.
        → Try again; if Claude Code still says it, leave it and go on with a new one.
            claude --continue

        """);

    [Theory]
    [InlineData("2.1.177", "Claude Code 2.1.177 does not notice that while it runs; 2.1.178 and later do.")]
    [InlineData("2.1.178", "Claude Code 2.1.178 notices that by itself, unless it was started before it was updated.")]
    public void The_installed_Claude_Code_notices_it_or_not(string version, string expected) => Assert.EndsWith(
        expected,
        Explained(Claudes with { ClaudeCode = new ClaudeCode.Found("/usr/bin/claude", new Version(version)) }, Expired).Why,
        StringComparison.Ordinal);

    [Fact]
    public void A_bearer_key_has_nothing_to_do_with_the_session()
    {
        const string Key = "\"CLAUDE_CODE_USE_BEDROCK\": \"1\", \"AWS_BEARER_TOKEN_BEDROCK\": \"x\"";
        var signedOut = Given.Corp("09:00").Without("corp");
        var shadowing = signedOut.With(Given.Settings($$"""{ "env": { {{Key}}, "AWS_PROFILE": "dev" } }"""));
        Assert.StartsWith("Claude Code uses the key of 'env.AWS_BEARER_TOKEN_BEDROCK' in", Explained(shadowing, Claude403).Why, StringComparison.Ordinal);
        Assert.StartsWith("Claude Code uses the key of 'env.AWS_BEARER_TOKEN_BEDROCK' in", Explained(shadowing, KeysExpired).Why, StringComparison.Ordinal);

        var alone = signedOut.With(Given.Settings($$"""{ "env": { {{Key}} } }"""));
        Assert.Contains("; AWS SSO has nothing to do with it.", Explained(alone, Claude403).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Expired_and_a_refresh_needs_nobody() => CheckDo(
        Given.Corp("09:00", expires: "08:30").With(Given.Claude("dev")), Expired, "trayagent auth-refresh --profile dev");

    [Fact]
    public void Expired_and_nobody_knows_how_the_session_stands() => CheckDo(
        Given.Corp("09:00", expires: "08:30").With(Given.Claude("dev")).Failing(RefreshObstacle.NoNetwork), Expired, "trayagent doctor --online");

    [Fact]
    public void Expired_and_the_format_is_the_old_one()
    {
        const string Url = "https://corp.awsapps.com/start";
        var old = Given.Profile("old", Url) with { Kind = ProfileKind.LegacySso, SsoSession = null, SsoStartUrl = Url };
        var snapshot = Given.Machine("18:00").With(Given.Legacy(Url)).With(old).With(Given.Fixed(Url, "17:00"));
        CheckHere(
            snapshot,
            "The SSO session associated with this profile has expired.",
            $"The session '{Url}' ended at 17:00. It has the legacy format, which ends after eight hours each time; "
            + "'trayagent migrate' changes that.");
        CheckDo(snapshot, "The SSO session associated with this profile has expired.", $"trayagent login --session {Url}");
    }

    [Fact]
    public void The_profile_that_the_text_names_counts_before_that_of_Claude_Code()
    {
        var two = Claudes.With(Given.Session("other", line: 5)).With(Given.Profile("ops", "other"));
        CheckDo(two, "The SSO session token associated with profile=ops was not found or is invalid.", "trayagent login --session other");
        CheckDo(two, "The SSO session token associated with profile='o\nps' was not found or is invalid.", "trayagent login --session other");
        CheckDo(two, "Error loading SSO Token: Token for other does not exist", "trayagent login --session other");
    }

    [Fact]
    public void Expired_keys_and_the_environment_holds_them()
    {
        var shadowed = Given.Corp("09:00") with
        {
            Environment = AwsEnvironment.Empty with { CredentialVariables = ["AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN"] },
        };
        CheckHere(
            shadowed,
            KeysExpired,
            "The environment sets 'AWS_ACCESS_KEY_ID' and 'AWS_SESSION_TOKEN', which Claude Code and most tools use in place of a profile, "
            + "so the state of your session does not matter to them.");
        CheckDo(shadowed, KeysExpired, "unset AWS_ACCESS_KEY_ID AWS_SESSION_TOKEN");
        CheckDo(shadowed, Claude403, "unset AWS_ACCESS_KEY_ID AWS_SESSION_TOKEN");
        CheckDo(shadowed.With(Given.Claude("dev")).Without("corp"), Claude403, "trayagent login --session corp");
    }

    [Fact]
    public void Expired_keys_of_the_default_profile_because_none_is_named()
    {
        var unnamed = Given.Machine("09:00").With(
            Explaining.KeysProfile with { Name = "default" },
            Given.Profile("dev", null));
        CheckHere(
            unnamed,
            KeysExpired,
            "No profile is named, so the keys of [default] in '/home/ann/.aws/credentials' are used, and these are not those of a session.");
        CheckDo(unnamed, KeysExpired, "trayagent setup");
    }

    [Fact]
    public void A_profile_that_does_not_exist_but_nearly()
    {
        const string Text = "The config profile (dve) could not be found";
        CheckHere(Claudes, Text, "'/home/ann/.aws/config' has no profile 'dve'. Did you mean 'dev'?");
        CheckDo(Claudes, Text, "export AWS_PROFILE=dev");
        CheckDo(Given.Corp("09:00").With(Given.Claude("dve")), Text, "trayagent claude fix");
        CheckHere(Given.Machine("09:00"), Text, "There is no profile at all in '/home/ann/.aws/config'.");
        CheckHere(
            Claudes,
            "The SSO session token associated with profile=dve was not found or is invalid.",
            "'/home/ann/.aws/config' has no profile 'dve'. Did you mean 'dev'?");
    }

    [Fact]
    public void A_session_that_a_profile_names_in_vain()
    {
        var broken = Claudes.With(Given.Profile("half", "nope") with { Session = null, Kind = ProfileKind.Broken });
        CheckHere(
            broken,
            "TypeError: Cannot read properties of undefined (reading 'sso_region')",
            "The profile 'half' names the session 'nope', which does not exist.");
    }

    [Fact]
    public void Denied_is_told_from_expired_by_the_state_of_the_session()
    {
        CheckDo(Claudes.Without("corp"), Claude403, "trayagent login --session corp");
        CheckHere(
            Claudes,
            Claude403,
            "The session 'corp' works now (its access token runs until 17:00), so nothing has expired unless the error is older: "
            + "role 'Developer' in account '111122223333' lacks a permission or is not assigned to you any more, "
            + "or the model is not enabled for the account.");
        CheckDo(Claudes, Claude403, "trayagent doctor --online");
    }

    [Fact]
    public void What_names_the_missing_permission_is_never_a_matter_of_signing_in() => CheckHere(
        Claudes.Without("corp"),
        "User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann is not authorized to perform: bedrock:InvokeModel on resource: arn:y",
        "Role 'Developer' in account '111122223333' has no permission for 'bedrock:InvokeModel'.");

    [Fact]
    public void Also_a_role_in_between_is_named() => CheckHere(
        Claudes,
        "User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/y "
        + "because no identity-based policy allows the sts:AssumeRole action",
        "Role 'Developer' in account '111122223333' is reached through another role, whose trust policy or permissions do not let you assume it.");

    [Theory]
    [InlineData("eu-central-1", "arn:aws:bedrock:*:*:inference-profile/*")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:bedrock:*:*:inference-profile/*")]
    public void What_to_ask_an_administrator_for_is_valid_JSON(string region, string resource)
    {
        var snapshot = Given.Machine("09:00").With(Given.Session("corp")).With(Given.Profile("dev", "corp") with { Region = region });
        var policy = Explained(snapshot, "x is not authorized to perform: bedrock:InvokeModel on resource: y").Enclosure;
        using var json = JsonDocument.Parse(string.Join('\n', policy));
        var statements = json.RootElement.GetProperty("Statement").EnumerateArray().ToList();
        Assert.Equal(
            [
                "bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream", "bedrock:GetInferenceProfile",
                "bedrock:ListInferenceProfiles", "bedrock:ListFoundationModels",
            ],
            statements.SelectMany(statement => statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!)));
        Assert.Equal(resource, statements[0].GetProperty("Resource")[0].GetString());
        using var marketplace = JsonDocument.Parse(string.Join(
            '\n', Explained(snapshot, "aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe").Enclosure));
        Assert.Equal("aws-marketplace:Subscribe", marketplace.RootElement.GetProperty("Statement")[0].GetProperty("Action")[1].GetString());
    }

    [Fact]
    public void Only_an_administrator_can_help_with_the_form() => Assert.Equal(
        (0, true),
        Explained(Claudes, "Model use case details have not been submitted for this account.") is var form
            ? (form.Remedy.Argv.Length, form.Remedy.Text.StartsWith("Ask whoever administers the account to fill in the Anthropic use case form", StringComparison.Ordinal))
            : default);

    [Fact]
    public void The_region_of_the_profile_is_that_of_the_models() =>
        CheckDo(Claudes, "The provided model identifier is invalid.", "trayagent models --region eu-central-1");

    [Fact]
    public void A_torn_registration_is_named()
    {
        var torn = Claudes.With(new CacheFile.Unreadable("It is torn.", Given.At("08:00"), null)
        {
            Name = new string('a', 40) + ".json",
            WrittenAt = Given.At("08:00"),
        });
        CheckDo(torn, $"aws: [ERROR]: '{new string('a', 40)}'", $"rm {Given.Folder}/{new string('a', 40)}.json");
    }

    [Theory]
    [InlineData("The config profile (dev\u202Eved) could not be found", "'/home/ann/.aws/config' has no profile 'dev\uFFFDved'")]
    [InlineData("The config profile (AKIAABCDEFGHIJKLMNOP) could not be found", "'/home/ann/.aws/config' has no profile '***'")]
    [InlineData("The config profile (wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY) could not be found", "has no profile '***'")]
    [InlineData("x is not authorized to perform: $(touch x) on resource: y", "has no permission for the call.")]
    public void Of_the_pasted_text_no_more_is_repeated_than_a_name(string text, string expected)
    {
        var shown = string.Join(' ', ExplanationText.Of(Explained(Claudes, text), TextStyle.Plain).Split('\n'));
        Assert.Contains(expected, shown, StringComparison.Ordinal);
    }

    private static Explanation Explained(Snapshot snapshot, string text) =>
        Explainer.Explain(text, Assessor.Assess(snapshot, Policy.Default)) ?? throw new InvalidOperationException($"'{text}' is not recognised.");

    private static void Check(Snapshot snapshot, string text, string expected) =>
        Assert.Equal(expected, ExplanationText.Of(Explained(snapshot, text), TextStyle.Plain));

    private static void CheckHere(Snapshot snapshot, string text, string expected) => Assert.Equal(expected, Explained(snapshot, text).Why);

    private static void CheckDo(Snapshot snapshot, string text, string expected) =>
        Assert.Equal(expected, CommandLine.Of(Explained(snapshot, text).Remedy.Argv));
}
