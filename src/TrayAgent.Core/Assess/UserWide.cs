using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Assess;

/// <summary>
/// The user's own settings count in every folder, so an edit of them must follow from what holds in every folder:
/// what one project calls for is said, and left to the person.
/// </summary>
internal static class UserWide
{
    /// <param name="all">What was found with the project's settings.</param>
    /// <param name="outside">What is found without them.</param>
    public static ImmutableArray<Found> Edits(ImmutableArray<Found> all, ImmutableArray<Found> outside)
    {
        var offered = outside.Select(found => found.Finding.Remedy?.Edit).OfType<SettingsEdit>().ToList();
        return
        [
            .. all.Select(found => found.Finding.Remedy is { Edit: { } edit } remedy && !offered.Exists(other => IsSame(other, edit))
                ? found with { Finding = found.Finding with { Remedy = Advice(remedy) } }
                : found),
        ];
    }

    private static Remedy Advice(Remedy remedy) =>
        Remedy.Advice($"{remedy.Text} Only this project calls for that and your own settings count in every folder, so decide yourself.");

    private static bool IsSame(SettingsEdit one, SettingsEdit other) => one.File == other.File && one.Changes.SequenceEqual(other.Changes);
}
