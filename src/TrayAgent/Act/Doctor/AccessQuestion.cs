using System.Collections.Immutable;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Children;
using TrayAgent.Act.Models;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Act.Doctor;

/// <summary>Is Anthropic's use case form filled in, and are the models enabled for the account? That much AWS tells for nothing.</summary>
internal sealed class AccessQuestion(BedrockCli bedrock, AwsCli known, Profile profile, SilentToken? token, string region)
{
    private const string NoSuchThing = "ResourceNotFoundException";

    /// <summary>More are hardly ever named, and each is a process of its own.</summary>
    private const int MostModels = 6;

    public async Task<ImmutableArray<OnlineAnswer>> AskAsync(ImmutableArray<string> models, CancellationToken stop)
    {
        try
        {
            return await bedrock.OpenAsync(known, profile, token, CliNeed.Access, stop) switch
            {
                BedrockDoor.Open door => AccessAnswers.Of(await AskAsync(door, models, stop), profile),
                BedrockDoor.Shut(_, var why) => NotAsked(profile.Name, why),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (ChildException e)
        {
            return NotAsked(profile.Name, e.Message);
        }
    }

    public static ImmutableArray<OnlineAnswer> NotAsked(string subject, string why) =>
    [
        new OnlineAnswer(OnlineCheckNames.Form, OnlineResult.Skipped, subject, why),
        new OnlineAnswer(OnlineCheckNames.Access, OnlineResult.Skipped, subject, why),
    ];

    private async Task<AccessFacts> AskAsync(BedrockDoor.Open door, ImmutableArray<string> models, CancellationToken stop)
    {
        var form = bedrock.RunAsync(door, region, "get-use-case-for-model-access", [], stop);
        var asked = await Task.WhenAll(models.Where(ChildArgument.IsSafe).Take(MostModels).Select(model => ModelAsync(door, model, stop)));
        var (state, why) = Form(await form);
        return new AccessFacts(state, why, [.. asked]);
    }

    /// <summary>What stands in the form is nobody's business.</summary>
    private static (UseCaseForm State, string? Why) Form(ChildEnd end) =>
        end.ExitCode == 0 ? (UseCaseForm.Submitted, null)
        : end.Error.Contains(NoSuchThing, StringComparison.Ordinal) ? (UseCaseForm.NotShown, null)
        : (UseCaseForm.Unknown, AccessFailure.Of(end, "whether Anthropic's use case form is filled in", "bedrock:GetUseCaseForModelAccess"));

    private async Task<AskedModel> ModelAsync(BedrockDoor.Open door, string model, CancellationToken stop)
    {
        var end = await bedrock.RunAsync(door, region, "get-foundation-model-availability", ["--model-id", model], stop);
        return end.ExitCode == 0 ? new AskedModel(model, ModelAccessParser.Parse(end.Output), null)
            : end.Error.Contains(NoSuchThing, StringComparison.Ordinal) ? new AskedModel(model, null, $"AWS knows no model '{model}' in '{region}' to say anything of.")
            : new AskedModel(model, null, AccessFailure.Of(end, $"whether '{model}' is enabled", "bedrock:GetFoundationModelAvailability"));
    }
}
