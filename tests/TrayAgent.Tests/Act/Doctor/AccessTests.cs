namespace TrayAgent.Tests.Act.Doctor;

/// <summary>What the doctor learns about models without calling one.</summary>
public sealed class AccessTests
{
    private const string Opus = "anthropic.claude-opus-4-8";

    private const string Haiku = "anthropic.claude-haiku-4-5-20251001-v1:0";

    private const string Own = "arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/a1";

    [Fact]
    public async Task Each_model_that_the_settings_name_is_asked_about_by_its_base_ID()
    {
        await using var home = await WithModelsAsync();
        var diagnosis = await home.ExamineAsync();
        Assert.EndsWith("ok models\nok form\nok access\nskipped call", DoctorHome.Results(diagnosis));
        Assert.Equal("Anthropic's use case form of account '111122223333' has been filled in.", DoctorHome.Note(diagnosis, "online.form"));
        Assert.Equal(
            $"'{Opus}' is enabled for account '111122223333'. '{Haiku}' is enabled for account '111122223333'.", DoctorHome.Note(diagnosis, "online.access"));
        Assert.Empty(DoctorHome.Found(diagnosis));
        Assert.Contains($"bedrock get-foundation-model-availability --region eu-west-1 --model-id {Opus} --output json --profile dev", home.Calls());
        Assert.Contains("bedrock get-use-case-for-model-access --region eu-west-1 --output json --profile dev", home.Calls());
    }

    [Fact]
    public async Task A_form_that_nobody_filled_in_is_the_cause_of_what_is_not_enabled()
    {
        await using var home = await WithModelsAsync();
        home.Says("form-exit", "254");
        home.Says("form-stderr", "aws: [ERROR]: An error occurred (ResourceNotFoundException) when calling the GetUseCaseForModelAccess operation: Use case form not found.");
        home.Says($"access-{Opus}", Availability("NOT_AVAILABLE"));
        home.Says($"access-{Haiku}", Availability("NOT_AVAILABLE"));
        var diagnosis = await home.ExamineAsync();
        Assert.Equal(
            ["aws.model.form-missing: Nobody has filled in Anthropic's use case form for account '111122223333'."], DoctorHome.Found(diagnosis));
        Assert.EndsWith("finding form\nskipped access\nskipped call", DoctorHome.Results(diagnosis));
    }

    [Fact]
    public async Task The_form_of_the_management_account_does_not_show_and_counts()
    {
        await using var home = await WithModelsAsync();
        home.Says("form-exit", "254");
        home.Says("form-stderr", "An error occurred (ResourceNotFoundException) when calling the GetUseCaseForModelAccess operation: Use case form not found.");
        var diagnosis = await home.ExamineAsync();
        Assert.EndsWith("skipped form\nok access\nskipped call", DoctorHome.Results(diagnosis));
        Assert.Empty(DoctorHome.Found(diagnosis));
    }

    [Fact]
    public async Task A_model_that_nobody_has_subscribed_to()
    {
        await using var home = await WithModelsAsync();
        home.Says($"access-{Opus}", Availability("NOT_AVAILABLE"));
        var diagnosis = await home.ExamineAsync();
        Assert.Equal([$"aws.model.not-enabled: Nobody has subscribed account '111122223333' to '{Opus}' yet."], DoctorHome.Found(diagnosis));
        Assert.EndsWith("ok form\nfinding access\nskipped call", DoctorHome.Results(diagnosis));
    }

    [Fact]
    public async Task Who_may_not_ask_is_told_so_and_nothing_is_found()
    {
        await using var home = await WithModelsAsync();
        foreach (var name in new[] { "form", $"access-{Opus}", $"access-{Haiku}" })
        {
            home.Says($"{name}-exit", "254");
            home.Says($"{name}-stderr", "An error occurred (AccessDeniedException) when calling the X operation: User: x is not authorized to perform: bedrock:X");
        }

        var diagnosis = await home.ExamineAsync();
        Assert.EndsWith("skipped form\nskipped access\nskipped call", DoctorHome.Results(diagnosis));
        Assert.Equal(
            "The role may not ask whether Anthropic's use case form is filled in ('bedrock:GetUseCaseForModelAccess'); Claude Code does not need that.",
            DoctorHome.Note(diagnosis, "online.form"));
        Assert.Empty(DoctorHome.Found(diagnosis));
    }

    [Fact]
    public async Task An_AWS_CLI_that_can_list_may_be_too_old_for_this()
    {
        await using var home = await WithModelsAsync();
        home.Says("version", "aws-cli/2.27.41 Python/3.13.0 Linux/6.1 exe/x86_64.debian.12");
        var diagnosis = await home.ExamineAsync();
        Assert.EndsWith("ok models\nskipped form\nskipped access\nskipped call", DoctorHome.Results(diagnosis));
        Assert.EndsWith("is too old to ask which models are enabled; that needs 2.27.42 or later.", DoctorHome.Note(diagnosis, "online.access"));
    }

    [Fact]
    public async Task An_application_inference_profile_leads_to_its_model()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Claude($"\"CLAUDE_CODE_USE_BEDROCK\": \"1\", \"AWS_PROFILE\": \"dev\", \"ANTHROPIC_MODEL\": \"{Own}\"");
        home.Says("list-APPLICATION", $$"""
            {"inferenceProfileSummaries": [{"inferenceProfileId": "a1", "inferenceProfileArn": "{{Own}}", "status": "ACTIVE", "type": "APPLICATION",
              "models": [{"modelArn": "arn:aws:bedrock:eu-west-1::foundation-model/{{Opus}}"}]}]}
            """);
        home.Says($"access-{Opus}", Availability("AVAILABLE"));
        Assert.Equal($"'{Opus}' is enabled for account '111122223333'.", DoctorHome.Note(await home.ExamineAsync(), "online.access"));
    }

    /// <summary>Else "all is fine" would be taken for more than was asked.</summary>
    [Fact]
    public async Task That_no_model_was_called_is_said_with_what_to_do_about_a_refusal()
    {
        await using var home = await WithModelsAsync();
        var note = DoctorHome.Note(await home.ExamineAsync(), "online.call");
        Assert.StartsWith("No model was called, because that costs money, so a missing permission to call one does not show here.", note);
        Assert.Contains("ask your administrator for 'bedrock:InvokeModel'", note, StringComparison.Ordinal);
        Assert.DoesNotContain("explain", note!, StringComparison.Ordinal);
    }

    private static async Task<DoctorHome> WithModelsAsync()
    {
        var home = await DoctorHome.SignedInAsync();
        home.Claude($"\"CLAUDE_CODE_USE_BEDROCK\": \"1\", \"AWS_PROFILE\": \"dev\", \"ANTHROPIC_MODEL\": \"eu.{Opus}\", \"ANTHROPIC_DEFAULT_HAIKU_MODEL\": \"eu.{Haiku}\"");
        home.Says("list-SYSTEM_DEFINED", $$"""
            {"inferenceProfileSummaries": [{"inferenceProfileId": "eu.{{Opus}}", "inferenceProfileArn": "arn:1", "status": "ACTIVE", "type": "SYSTEM_DEFINED"},
              {"inferenceProfileId": "eu.{{Haiku}}", "inferenceProfileArn": "arn:2", "status": "ACTIVE", "type": "SYSTEM_DEFINED"}]}
            """);
        home.Says($"access-{Opus}", Availability("AVAILABLE"));
        home.Says($"access-{Haiku}", Availability("AVAILABLE"));
        return home;
    }

    private static string Availability(string agreement) => $$"""
        {"modelId": "x", "agreementAvailability": {"status": "{{agreement}}"}, "authorizationStatus": "AUTHORIZED",
          "entitlementAvailability": "{{agreement}}", "regionAvailability": "AVAILABLE"}
        """;
}
