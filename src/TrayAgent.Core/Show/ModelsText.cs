using System.Diagnostics;
using System.Globalization;
using System.Text;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent models</c> for people; IDs are never cut, because they are there to be copied.</summary>
public static class ModelsText
{
    public static string Of(ModelsView view, TextStyle style)
    {
        var text = new StringBuilder();
        var paint = new Paint(style);
        foreach (var line in Head(view).SelectMany(sentence => Wrapped.Lines(Visible.Of(sentence), indent: 0)))
        {
            text.Append(line).Append('\n');
        }

        Section(text, paint, "RECOMMENDED", view.Recommended.Select(choice => (choice.Family.ToString(), Choice(choice.Choice, view))));
        Section(text, paint, "PINNED NOW", view.Pins.Select(pin => (pin.Name, pin.Setting.Text!)));
        Section(text, paint, "INFERENCE PROFILES", view.Offers.Profiles.Select(profile => (profile.Id, Profile(profile))));
        Section(text, paint, "YOUR ORGANISATION'S", view.Own.Select(profile => (profile.Arn, $"{profile.Name}: {string.Join(", ", profile.Models)}")));
        return text.ToString();
    }

    private static IEnumerable<string> Head(ModelsView view)
    {
        var region = view.Offers.Region;
        yield return view.Offers.Profiles.IsEmpty
            ? $"No Claude model can be called on Bedrock from '{region}', {Source(view)}."
            : $"Claude models that can be called on Bedrock from '{region}', {Source(view)}.";
        if (view.Reason is { } reason)
        {
            yield return reason;
        }
    }

    private static string Source(ModelsView view) => view.Offers.Source switch
    {
        OfferSource.Live live => $"as AWS said at {Phrase.Time(live.At, view.Now, view.Zone)}",
        OfferSource.BuiltIn builtIn => "as far as this program knows from "
            + builtIn.Collected.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new UnreachableException(),
    };

    private static string Choice(ModelChoice choice, ModelsView view) => choice switch
    {
        ModelChoice.Pick pick => pick.Profile.Id,
        ModelChoice.Ask ask => (view.Residency == ModelPicking.Unseen ? "where your data may go is not to be seen here" : $"none with '{view.Residency}'") + "; if data may go elsewhere: "
            + string.Join(", ", ask.Profiles.Select(profile => profile.Id)),
        _ => throw new UnreachableException(),
    };

    private static string Profile(OfferedProfile profile) =>
        ModelWords.Of(profile) is var status and not ModelWords.Current ? $"{profile.Name} ({status})" : profile.Name;

    private static void Section(StringBuilder text, Paint paint, string title, IEnumerable<(string Name, string Value)> rows)
    {
        var all = rows.Select(row => (Name: Visible.Of(row.Name), Value: Visible.Of(row.Value))).ToList();
        if (all.Count == 0)
        {
            return;
        }

        var width = all.Max(row => row.Name.Length);
        text.Append('\n').Append(paint.Bold(title)).Append('\n');
        foreach (var (name, value) in all)
        {
            text.Append("  ").Append(name.PadRight(width)).Append("  ").Append(value).Append('\n');
        }
    }
}
