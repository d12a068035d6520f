using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Nobody says in which region Claude Code is to call Bedrock.</summary>
internal static class ClaudeRegionMissing
{
    /// <summary>Before, the region of the profile did not count and there was no default.</summary>
    /// <remarks>https://code.claude.com/docs/en/amazon-bedrock</remarks>
    private static readonly Version FindsRegion = new(2, 1, 172);

    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.Provider != ClaudeProvider.Bedrock)
        {
            yield break;
        }

        var region = ClaudeRegion.Of(judged.ClaudeSettings, judged.ConfigOfClaude);
        var needsVariable = judged.ClaudeVersion is { } version && version < FindsRegion;
        var isPassedOver = judged.ClaudeSettings.Text(ClaudeKeys.AwsRegion) is { Length: > 0 } && region.Setting?.Key != ClaudeKeys.AwsRegion;
        if (region.IsDefault || isPassedOver || (needsVariable && region.Setting?.Key != ClaudeKeys.AwsRegion))
        {
            yield return new Found(new Finding(
                FindingCodes.ClaudeRegionMissing,
                needsVariable ? Severity.Error : Severity.Warning,
                ClaudeKeys.AwsRegion,
                Message(judged, region, needsVariable),
                Remedy(judged, region)))
            {
                File = judged.ClaudeSettings.UserFile,
                Keys = [ClaudeKeys.AwsRegion],
                Profiles = judged.ClaudeIdentity.Profile is { } profile ? [profile] : [],
            };
        }
    }

    private static string Message(Judged judged, ClaudeRegion region, bool needsVariable) =>
        needsVariable ? $"Claude Code {judged.ClaudeVersion} needs 'AWS_REGION', which is not set."
        : judged.ClaudeSettings.Text(ClaudeKeys.AwsRegion) is { } odd
            ? $"'AWS_REGION' is '{odd}', which is no region, so Claude Code calls Bedrock in '{region.Name}'."
        : "Neither 'AWS_REGION' nor the profile names a region, so Claude Code calls Bedrock in "
            + $"'{ClaudeRegion.Default}'.";

    private static Remedy Remedy(Judged judged, ClaudeRegion region) => region.IsDefault
        ? Assess.Remedy.Advice($"Set 'AWS_REGION' to your region in 'env' of '{judged.ClaudeSettings.UserFile}'.")
        : ClaudeRemedies.Fix(
            judged,
            $"Set 'AWS_REGION' to '{region.Name}' in 'env' of '{judged.ClaudeSettings.UserFile}'.",
            [new SettingsChange.Put(ClaudeKeys.AwsRegion, region.Name)]);
}
