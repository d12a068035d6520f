using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess;

/// <summary>An ARN that stands for nothing, as far as can be told: a kind that Bedrock does not have, or a profile that AWS does not list.</summary>
internal static class ModelArn
{
    public static Finding? Find(BedrockUse use, ModelPin pin, ModelId.Arn arn) => arn.Kind switch
    {
        ArnKind.Unheard => OfKind(pin, arn.Text.Split(':', 6)[5].Split('/')[0]),
        ArnKind.InferenceProfile when arn.Inner is null => OfName(use, pin, arn),
        ArnKind.ApplicationInferenceProfile => OfOwn(use, pin, arn),
        _ => null,
    };

    /// <summary>A text that begins like an ARN and is none; Bedrock also serves endpoints of SageMaker.</summary>
    public static Finding? OfText(ModelPin pin) =>
        pin.Id.Text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) && !pin.Id.Text.Contains(":sagemaker:", StringComparison.Ordinal)
            ? Of(
                pin,
                Severity.Error,
                $"'{pin.Name}' is '{pin.Id.Text}', which is no ARN of Bedrock: they look like "
                    + "'arn:aws:bedrock:us-west-2:111122223333:application-inference-profile/a1b2c3'.")
            : null;

    private static Finding OfKind(ModelPin pin, string kind) =>
        NearestName.Within(ModelTypo.Slip, kind, ModelId.ArnKinds) is { } nearest
            ? Of(pin, Severity.Error, $"'{pin.Name}' is '{pin.Id.Text}', and Bedrock has no '{kind}'. Did you mean '{nearest}'?")
            : Of(pin, Severity.Warning, $"'{pin.Name}' is '{pin.Id.Text}', and no kind '{kind}' of Bedrock is known.");

    private static Finding? OfName(BedrockUse use, ModelPin pin, ModelId.Arn arn) =>
        ModelTypo.Meant(arn.Text[(arn.Text.IndexOf('/', StringComparison.Ordinal) + 1)..], use.OffersFor(pin).Region) is { } nearest
            ? Of(pin, Severity.Error, $"'{pin.Name}' is '{pin.Id.Text}', at whose end is no model ID. Did you mean '{nearest}'?")
            : null;

    /// <summary>Only where AWS named some of that account: not everybody may see them.</summary>
    private static Finding? OfOwn(BedrockUse use, ModelPin pin, ModelId.Arn arn)
    {
        var own = use.Live(arn.Region)?.Profiles
            .Where(profile => profile.Kind == InferenceProfileKind.Application && Account(profile.Arn) == Account(arn.Text))
            .Select(profile => profile.Arn)
            .ToList() ?? [];
        return own.Count > 0 && !own.Contains(arn.Text)
            ? Of(
                pin,
                Severity.Warning,
                $"'{pin.Name}' is '{pin.Id.Text}', which is not among the application inference profiles that AWS lists for '{arn.Region}'.")
            : null;
    }

    private static string? Account(string arn) => arn.Split(':') is { Length: > 4 } parts ? parts[4] : null;

    /// <summary>Nobody but the user's organisation knows which ARN is meant.</summary>
    private static Finding Of(ModelPin pin, Severity severity, string message) => new(
        FindingCodes.ClaudeModelInvalidId,
        severity,
        pin.Key,
        message,
        Remedy.Advice($"Correct it {PinRemedies.Where(pin.Setting.Source)}: 'trayagent models' lists the ARNs of your organisation."));
}
