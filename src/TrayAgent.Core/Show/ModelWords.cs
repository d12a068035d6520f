using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Show;

/// <summary>The words that docs/models.md has for how a profile stands; never renamed.</summary>
internal static class ModelWords
{
    public const string Current = "current";

    public static string Of(OfferedProfile profile) =>
        profile.Confidence == Confidence.Low ? "doubtful"
        : profile.Status == ModelStatus.Deprecated ? "deprecated"
        : Current;
}
