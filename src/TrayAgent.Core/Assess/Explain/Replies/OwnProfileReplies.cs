using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>An organisation that hands out application inference profiles permits nothing else: then a setting is wrong and no permission.</summary>
internal static class OwnProfileReplies
{
    private const string Mark = ":inference-profile/";

    /// <summary>Null when no such profile is pinned, or when the call was for one.</summary>
    public static Reply? Of(Situation situation)
    {
        var use = BedrockUse.In(situation.Snapshot);
        return Called(situation) is { } called && use?.Pins.FirstOrDefault(pin => IsOwn(pin.Id)) is { } own
            ? Wrong(situation, use, own, called)
            : null;
    }

    private static Reply Wrong(Situation situation, BedrockUse use, ModelPin own, ModelId.Profile called)
    {
        var named = use.Pins.FirstOrDefault(pin => !IsOwn(pin.Id) && (pin.Id.Prefix, pin.Id.Base) == (called.Prefix, called.Base));
        var start = $"'{own.Name}' names an application inference profile, but the call went to {Shown(called)}, which ";
        var key = ModelName.Parse(called.Model) is { } name ? ModelPins.OfFamily(name.Family) : ModelPins.Main;
        return named is not null
            ? new Reply(
                $"{start}'{named.Name}' names ({named.Setting.Source}).",
                Write(situation, called, named.Name, PinRemedies.Where(named.Setting.Source)))
            : use.Pin(key) is null
                ? new Reply(
                    $"{start}no setting names: Claude Code chose it itself, because '{Variable(key)}' is not set.",
                    Write(situation, called, Variable(key), $"into 'env' of '{use.Claude.UserFile}'"))
                : new Reply(
                    $"{start}no setting names now: an agent's own 'model', '--model' or '/model' does, or the text is older than the settings.",
                    Remedy.Advice("Take the model out of the agent's file ('model') or the command line; the settings name one that you may call."));
    }

    /// <summary>The ARN itself, where AWS has listed exactly one for that model.</summary>
    private static Remedy Write(Situation situation, ModelId.Profile called, string name, string where)
    {
        var listed = situation.Snapshot.Live(situation.Region ?? "")?.Profiles
            .Where(profile => profile.Kind == InferenceProfileKind.Application && profile.Models.Contains(called.Model))
            .Take(2)
            .ToList();
        return Remedy.Advice(listed is [var only]
            ? $"Write '{only.Arn}' for '{name}' {where}."
            : $"Write the ARN of an application inference profile for '{name}' {where}; whoever gave you the other one has it.");
    }

    private static ModelId.Profile? Called(Situation situation)
    {
        var resource = string.Concat((situation.Said("resource") ?? "").Where(character => character is > ' ' and < '\u007F'));
        var at = resource.LastIndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : ModelId.Parse(resource[(at + Mark.Length)..]) as ModelId.Profile;
    }

    /// <summary>Only what the built-in list knows is repeated.</summary>
    private static string Shown(ModelId.Profile called) =>
        ModelCatalogue.BuiltIn.Find(called.Model) is null ? "an inference profile of AWS" : $"'{called.Text}'";

    private static bool IsOwn(ModelId id) => id is ModelId.Arn { Kind: ArnKind.ApplicationInferenceProfile };

    private static string Variable(string key) => key[ClaudeKeys.EnvironmentPrefix.Length..];
}
