namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>Whose permissions are missing: those that the text names, else those that Claude Code uses.</summary>
public sealed class CallerTests
{
    private const string Denied = "is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:eu-central-1::foundation-model/x";

    [Fact]
    public void The_role_of_the_profile_in_use() => Assert.Equal(
        "Role 'Developer' in account '111122223333' has no permission for 'bedrock:InvokeModel'.",
        Explaining.Why(Explaining.Sso, $"User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann@corp.com {Denied}"));

    [Fact]
    public void A_role_that_no_profile_has()
    {
        const string Text = $"API Error: 403 User: arn:aws:sts::999988887777:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/ann {Denied} because no identity-based policy allows it";
        Assert.Equal(
            "Role 'ReadOnly' in account '999988887777' has no permission for 'bedrock:InvokeModel'. That is not what Claude Code uses by its "
            + "settings now: role 'Developer' in account '111122223333'.",
            Explaining.Why(Explaining.Sso, Text));
        Assert.Equal("trayagent claude show", Explaining.Do(Explaining.Sso, Text));
        Assert.Equal("{", Explaining.Of(Explaining.Sso, Text).Enclosure[0]);
    }

    [Fact]
    public void A_role_of_another_profile() => Assert.Equal(
        "Role 'Developer' in account '444455556666' (profile 'ops') has no permission for 'bedrock:InvokeModel'. That is not what Claude Code "
        + "uses by its settings now: role 'Developer' in account '111122223333'.",
        Explaining.Why(
            Explaining.Sso.With(Given.Profile("ops", "corp") with { AccountId = "444455556666" }),
            $"User: arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann {Denied}"));

    [Fact]
    public void An_ordinary_role_and_a_user()
    {
        Assert.StartsWith(
            "Role 'ci-runner' in account '111122223333' has", Explaining.Why(Explaining.Sso, $"User: arn:aws:sts::111122223333:assumed-role/ci-runner/i-0abc {Denied}"));
        Assert.StartsWith(
            "User 'bob' in account '111122223333' has", Explaining.Why(Explaining.Keys, $"User: arn:aws:iam::111122223333:user/bob {Denied}"));
    }

    /// <summary>Nobody can say from the files whose the keys of 'keys' are.</summary>
    [Fact]
    public void Keys_may_be_anybodys() => Assert.Equal(
        "User 'bob' in account '111122223333' has no permission for 'bedrock:InvokeModel'.",
        Explaining.Why(Explaining.Keys, $"User: arn:aws:iam::111122223333:user/bob {Denied}"));

    [Theory]
    [InlineData("User: arn:aws:sts::999988887777:assu\n    med-role/AWSReservedSSO_ReadOnly_01234567\n   89abcdef/ann is not authorized to perform: bedrock:InvokeModel")]
    [InlineData("│ User: arn:aws:sts::9999888 │\n│ 87777:assumed-role/AWSRese │\n│ rvedSSO_ReadOnly_0123456789a │\n│ bcdef/ann is not authorized to perform: bedrock:InvokeModel │")]
    public void Also_in_a_wrapped_text(string text) =>
        Assert.StartsWith("Role 'ReadOnly' in account '999988887777' has no permission", Explaining.Why(Explaining.Sso, text));

    [Theory]
    [InlineData($"{Denied} with an explicit deny in a service control policy", "The organisation of the account of the Bedrock API key has a policy (SCP)")]
    [InlineData($"{Denied} with an explicit deny in an identity-based policy", "A policy on the Bedrock API key ('env.AWS_BEARER_TOKEN_BEDROCK' in /home/ann/.claude/settings.json:1) or above it")]
    [InlineData(Denied, "The Bedrock API key ('env.AWS_BEARER_TOKEN_BEDROCK' in /home/ann/.claude/settings.json:1) has no permission")]
    [InlineData("Model use case details have not been submitted for this account.", "It is missing for the account of the Bedrock API key")]
    [InlineData("aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe", "Nobody has subscribed the account of the Bedrock API key")]
    public void With_a_bearer_key_no_role_is_blamed(string text, string expected) =>
        Assert.StartsWith(expected, Explaining.Why(Explaining.Bearer, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("User: arn:aws:sts::999988887777:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/ann is not authorized to perform: bedrock:InvokeModel on resource: x with an explicit deny in a service control policy", "The organisation of account '999988887777' has a policy (SCP)")]
    [InlineData("User: arn:aws:sts::999988887777:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/ann is not authorized to perform: bedrock:InvokeModel with an explicit deny", "A policy on role 'ReadOnly' in account '999988887777'")]
    public void An_explicit_deny_names_its_caller(string text, string expected) =>
        Assert.StartsWith(expected, Explaining.Why(Explaining.Sso, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("User: arn:aws:sts::111122223333:assumed-role/$(touch x)/ann is not authorized to perform: bedrock:InvokeModel")]
    [InlineData("User: arn:aws:iam::111122223333:user/AKIAABCDEFGHIJKLMNOP is not authorized to perform: bedrock:InvokeModel")]
    [InlineData("User: my secret is not authorized to perform: bedrock:InvokeModel")]
    public void What_has_not_the_form_of_a_caller_is_not_repeated(string text)
    {
        var why = Explaining.Why(Explaining.Sso, text);
        Assert.DoesNotContain("touch", why, StringComparison.Ordinal);
        Assert.DoesNotContain("AKIA", why, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_known_on_an_empty_machine() => Assert.Equal(
        "Whoever asked has no permission for 'bedrock:InvokeModel'.", Explaining.Why(Explaining.Empty, Denied));
}
