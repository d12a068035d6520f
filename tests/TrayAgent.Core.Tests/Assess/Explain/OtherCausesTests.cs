using TrayAgent.Core.Assess.Explain;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>What was explained wrongly once.</summary>
public sealed class OtherCausesTests
{
    private const string InvalidScope = "An error occurred (InvalidScopeException) when calling the RegisterClient operation";

    [Fact]
    public void Keys_are_where_they_stand_and_not_where_the_profile_begins()
    {
        var config = AwsConfigParser.Parse("config", "[profile keys]\nregion = eu-west-1\n"u8, "credentials", "[a]\nx = y\n\n[keys]\naws_access_key_id = x\naws_secret_access_key = y\n"u8);
        var keys = config.Profile("keys")!;
        Assert.Equal(("config", 1, "credentials", 5), (keys.File, keys.Line, keys.KeysFile!, keys.KeysLine));

        const string Text = "The security token included in the request is invalid";
        Assert.Equal("The profile 'keys' has access keys of its own in '/home/ann/.aws/credentials', and AWS does not take them any more.", Explaining.Why(Explaining.Keys, Text));
        Assert.Equal("Replace or delete the keys in '/home/ann/.aws/credentials', line 7.", Explaining.Do(Explaining.Keys, Text));
    }

    [Fact]
    public void Right_scopes_are_not_to_be_migrated()
    {
        Assert.Equal(
            "The scopes of 'corp' are right ('sso:account:access'), so what AWS did not accept is the client registration or its kind.",
            Explaining.Why(Explaining.Sso, InvalidScope));
        Assert.Equal("trayagent login --session corp", Explaining.Do(Explaining.Sso, InvalidScope));
    }

    [Theory]
    [InlineData("sso:account:access,codewhisperer:completions", "'corp' asks for more scopes than 'sso:account:access': 'codewhisperer:completions'.")]
    [InlineData("codewhisperer:completions", "'corp' asks for the scopes 'codewhisperer:completions'; 'sso:account:access' is what is needed.")]
    public void Other_scopes_are_named(string scopes, string expected) => Assert.Equal(
        expected,
        Explaining.Why(
            Given.Machine("09:00").With(Given.Session("corp") with { Scopes = [.. scopes.Split(',')] }).With(Given.Profile("dev", "corp")).With(Given.Claude("dev")),
            InvalidScope));

    [Theory]
    [InlineData("Invalid choice: 'list-inference-profiles', maybe you meant:", "2.9.19", "'/usr/bin/aws' is AWS CLI 2.9.19, and 'list-inference-profiles' came with 2.17.39.")]
    [InlineData("Invalid choice: list-inference-profiles", "2.17.39", "'list-inference-profiles' came with AWS CLI 2.17.39, and '/usr/bin/aws' is 2.17.39: the command ran another AWS CLI, or it was replaced since.")]
    [InlineData("Unknown options: --type-equals, SYSTEM_DEFINED", "2.18.16", "'/usr/bin/aws' is AWS CLI 2.18.16, and '--type-equals' came with 2.18.17.")]
    [InlineData("aws: error: argument command: Invalid choice, valid choices are:", "2.9.19", "'/usr/bin/aws' is AWS CLI 2.9.19; the text does not say what is missing in it.")]
    [InlineData("Unknown options: --use-device-code", "2.9.19", "'/usr/bin/aws' is AWS CLI 2.9.19, and '--use-device-code' came with 2.22.0.")]
    public void An_old_AWS_CLI_is_told_from_a_new_one(string text, string version, string expected) =>
        Assert.Equal(expected, Explaining.Why(Explaining.Sso with { AwsCli = new AwsCli.Found("/usr/bin/aws", new Version(version)) }, text));

    [Fact]
    public void Without_the_command_the_models_are_to_be_had_all_the_same() => Assert.Equal(
        "trayagent models --region eu-central-1", Explaining.Do(Explaining.Sso, "Invalid choice: 'list-inference-profiles', maybe you meant:"));

    [Fact]
    public void A_model_that_has_ended_is_no_matter_of_roles()
    {
        const string Text = "404 ResourceNotFoundException: This model version has reached the end of its life. Please refer to the AWS documentation for more details.";
        Assert.Equal("model-ended", Explaining.Of(Explaining.Sso, Text).Name);
        Assert.Equal("trayagent models --region eu-central-1", Explaining.Do(Explaining.Sso, Text));
    }

    [Theory]
    [InlineData("API Error: 403")]
    [InlineData("API Error: 401")]
    [InlineData("Access denied")]
    [InlineData(Explaining.Claude403)]
    public void Access_keys_may_be_dead_or_lack_a_permission_and_a_free_call_says_which(string text)
    {
        Assert.Equal(
            "The profile 'keys' does not use AWS SSO, so no sign-in has ended: its access keys are not valid any more, or they lack a permission, "
            + "or the model is not enabled for the account.",
            Explaining.Why(Explaining.Keys, text));
        Assert.Equal("aws sts get-caller-identity --profile keys", Explaining.Do(Explaining.Keys, text));
        Assert.StartsWith("If this fails, put new keys into '/home/ann/.aws/credentials', line 7; if it answers, ask", Explaining.Of(Explaining.Keys, text).Remedy.Text, StringComparison.Ordinal);
        Assert.Equal("{", Explaining.Of(Explaining.Keys, text).Enclosure[0]);
    }

    [Fact]
    public void So_may_be_what_a_program_gives()
    {
        var process = Given.Machine("09:00").With(new Profile
        {
            Name = "vault",
            Kind = ProfileKind.CredentialProcess,
            File = Given.ConfigFile,
            Line = 4,
            HasCredentialProcess = true,
        }).With(Given.Claude("vault"));
        Assert.StartsWith("If this fails, correct the profile in '/home/ann/.aws/config', section in line 4;", Explaining.Of(process, Explaining.Claude403).Remedy.Text, StringComparison.Ordinal);
        Assert.Equal("aws sts get-caller-identity --profile vault", Explaining.Do(process, Explaining.Claude403));
    }

    [Theory]
    [InlineData("API Error: 403", "There is no profile in '/home/ann/.aws/config', and Claude Code's settings do not use Bedrock, so whose credentials were refused is not known here.")]
    [InlineData("on-demand throughput isn't supported", "Claude Code's settings on this machine do not use Bedrock, so which program asked for the model, and where that is set, is not known here.")]
    [InlineData("Model not available", "Claude Code's settings on this machine do not use Bedrock, so which program asked for the model, and where that is set, is not known here.")]
    [InlineData("Region not supported", "Claude Code's settings on this machine do not use Bedrock, so which program asked for the model, and where that is set, is not known here.")]
    [InlineData("The provided model identifier is invalid", "Claude Code's settings on this machine do not use Bedrock, so which program asked for the model, and where that is set, is not known here.")]
    public void On_an_empty_machine_no_cause_is_made_up(string text, string expected)
    {
        Assert.Equal(expected, Explaining.Why(Explaining.Empty, text));
        Assert.Equal("trayagent setup", Explaining.Do(Explaining.Empty, text));
    }

    [Fact]
    public void The_profiles_of_a_known_model_are_named_also_without_settings() => Assert.EndsWith(
        "is not known here; the profiles of that model are 'global.anthropic.claude-opus-4-8', 'us.anthropic.claude-opus-4-8'",
        Explaining.Why(Explaining.Empty, "Invocation of model ID anthropic.claude-opus-4-8 with on-demand throughput isn't supported").Split(", 'eu.")[0],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Token is expired. To refresh this SSO session")]
    [InlineData("API Error: 403")]
    public void Of_several_sessions_none_is_guessed(string text)
    {
        var two = Given.Machine("09:00").With(Given.Session("a"), Given.Session("b", line: 5));
        Assert.Equal("There are the sessions 'a' and 'b', and the text does not say which one it is about.", Explaining.Why(two, text));
        Assert.Equal("trayagent status", Explaining.Do(two, text));
        var used = two.With(Given.Token("a", "08:00")).With(Given.Token("b", "17:00"));
        Assert.Equal("trayagent status", Explaining.Do(used, text));
    }

    [Theory]
    [InlineData("API Error: 401 {\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"invalid x-api-key\"}}")]
    [InlineData("Invalid API key · Please run /login")]
    public void A_key_of_Anthropic_is_no_matter_of_AWS(string text)
    {
        Assert.Equal("anthropic-key-refused", Explaining.Of(Explaining.Sso, text).Name);
        Assert.Equal("trayagent setup", Explaining.Do(Explaining.Empty, text));
        Assert.Equal("claude --continue", Explaining.Do(Explaining.Sso, text));
    }

    [Fact]
    public void What_cannot_be_paid_is_no_matter_of_permissions() => Assert.Equal(
        "AWS could not charge account '111122223333'.",
        Explaining.Why(
            Explaining.Sso,
            "403 Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be provided.. Your AWS Marketplace subscription for this model cannot be completed at this time."));

    [Theory]
    [InlineData("Could not load credentials from any providers", "The profile 'keys' has its keys in '/home/ann/.aws/credentials', line 7, so the program did not use it, or reads other files.", "export AWS_PROFILE=keys")]
    [InlineData("AWS default-chain credential resolve timed out", "The profile 'keys' has its keys in '/home/ann/.aws/credentials', line 7, and nobody has to wait for those, so it was not used.", "export AWS_PROFILE=keys")]
    [InlineData("Token expired", "The profile 'keys' has access keys of its own in '/home/ann/.aws/credentials', and AWS does not take them any more.", "Replace or delete the keys in '/home/ann/.aws/credentials', line 7.")]
    [InlineData("Token is expired. To refresh this SSO session", "There is no AWS SSO session in '/home/ann/.aws/config', and the profile 'keys' does not use one, so the text is about another config file or another machine.", "trayagent doctor")]
    public void A_profile_with_keys_needs_no_session(string text, string why, string what)
    {
        Assert.Equal(why, Explaining.Why(Explaining.Keys, text));
        Assert.Equal(what, Explaining.Do(Explaining.Keys, text));
    }

    /// <summary>Only a legacy profile asks for its token by the start URL.</summary>
    [Theory]
    [InlineData("https://corp.awsapps.com/start")]
    [InlineData("https://corp.awsapps.com/start/#/")]
    public void A_token_of_before_the_migration_is_asked_for_by_a_program_that_is_older(string url)
    {
        var text = $"Error loading SSO Token: Token for {url} does not exist";
        Assert.Equal(
            "'/home/ann/.aws/config' has that start URL in [sso-session corp], whose token is kept under the name 'corp': "
            + "the program still looks for the token of the legacy format, so it was started before the profile was migrated, or reads another file. "
            + "The session 'corp' works now (its access token runs until 17:00).",
            Explaining.Why(Explaining.Sso, text));
        Assert.Equal("claude --continue", Explaining.Do(Explaining.Sso, text));
        Assert.Equal("trayagent login --session corp", Explaining.Do(Explaining.Sso.Without("corp"), text));
        Assert.EndsWith(
            "or reads another file. The session 'corp' is signed out.", Explaining.Why(Explaining.Sso.Without("corp"), text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Token for nope does not exist", "'/home/ann/.aws/config' has no [sso-session nope].")]
    [InlineData("Token for https://d-1.awsapps.com/start does not exist", "Nothing in '/home/ann/.aws/config' has the start URL 'https://d-1.awsapps.com/start'.")]
    public void A_session_that_is_not_there_is_not_taken_for_the_one_in_use(string text, string why)
    {
        Assert.Equal(why, Explaining.Why(Explaining.Sso, text));
        Assert.Equal("trayagent setup", Explaining.Do(Explaining.Sso, text));
    }

    [Theory]
    [InlineData("ResourceNotFoundException", "trayagent doctor --online")]
    [InlineData("You must specify a region", "export AWS_PROFILE=dev")]
    public void What_may_be_two_things_ends_in_one_command(string text, string what) => Assert.Equal(what, Explaining.Do(Explaining.Sso, text));

    [Theory]
    [InlineData("ResourceNotFoundException", "trayagent setup")]
    [InlineData("You must specify a region", "trayagent setup")]
    [InlineData("Unable to parse config file: x", "trayagent doctor")]
    [InlineData("Missing the following required SSO configuration values", "trayagent doctor")]
    public void So_it_does_on_an_empty_machine(string text, string what) => Assert.Equal(what, Explaining.Do(Explaining.Empty, text));

    [Fact]
    public void A_key_of_Bedrock_is_for_Bedrock_only()
    {
        var alone = Given.Machine("09:00").With(Given.Settings("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_BEARER_TOKEN_BEDROCK": "x", "AWS_REGION": "us-east-1" } }"""));
        Assert.Contains("and needs no profile; whatever wrote this does", Explaining.Why(alone, "Unable to locate credentials"), StringComparison.Ordinal);
        Assert.Equal("export AWS_REGION=us-east-1", Explaining.Do(alone, "You must specify a region"));
        Assert.StartsWith("Run 'claude -p ping' with 'ANTHROPIC_LOG=debug'", Explaining.Do(alone, "There's an issue with the selected model (x)."), StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_session_is_not_what_was_waited_for() =>
        Assert.Equal("trayagent doctor --online", Explaining.Do(Explaining.Sso, "AWS default-chain credential resolve timed out"));

    [Theory]
    [InlineData("bedrock:GetFoundationModelAvailability", "Ask your administrator to permit 'bedrock:GetFoundationModelAvailability'.")]
    [InlineData("s3:ListBucket", "Ask your administrator to permit 's3:ListBucket'.")]
    public void Of_other_services_the_policy_for_Claude_is_not_shown(string action, string expected)
    {
        var text = $"User: arn:aws:sts::111122223333:assumed-role/x/ann is not authorized to perform: {action} on resource: y";
        Assert.Equal(expected, Explaining.Of(Explaining.Keys, text).Remedy.Text);
        Assert.Empty(Explaining.Of(Explaining.Keys, text).Enclosure);
    }

    [Fact]
    public void A_permission_that_only_a_call_can_show_ends_with_what_to_ask_for()
    {
        var bare = Explaining.Of(Explaining.Sso, "API Error: 403");
        Assert.Equal("trayagent doctor --online", CommandOf(bare));
        Assert.Contains("If nothing is found, what is missing is the permission to call it", bare.Remedy.Text, StringComparison.Ordinal);
        Assert.Equal("{", bare.Enclosure[0]);
    }

    private static string CommandOf(Explanation explanation) => Core.Show.CommandLine.Of(explanation.Remedy.Argv);
}
