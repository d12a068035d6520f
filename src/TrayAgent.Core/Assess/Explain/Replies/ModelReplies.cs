using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do about a model.</summary>
internal static class ModelReplies
{
    private const string Elsewhere = "one that an agent's own 'model', '--model' or '/model' names, or the text is older than the settings.";

    private static readonly string[] Codes =
    [
        FindingCodes.ClaudeModelRawId, FindingCodes.ClaudeModelPrefixRegion, FindingCodes.ClaudeModelInvalidId, FindingCodes.ClaudeModelRetired,
        FindingCodes.ClaudeRegionNoBedrock,
    ];

    public static Reply BareId(Situation situation) => Set(
        situation,
        () => new Reply(
            $"No setting names a model without the prefix of an inference profile now. It is {Elsewhere}",
            List(situation, "Take the ID of an inference profile that your region may call, such as one of these.")),
        Codes);

    public static Reply InvalidId(Situation situation) => Set(
        situation,
        () => new Reply(
            $"What can be called differs by region; the one in use is '{situation.Region}'. TrayAgent sees nothing wrong in {Named(situation)}",
            List(situation, "Choose an ID from this list, exactly as it stands there.")),
        Codes);

    public static Reply Old(Situation situation) => Set(
        situation,
        () => new Reply(
            $"TrayAgent knows of no end of {Named(situation)}",
            List(situation, "Choose a current one.")),
        [FindingCodes.ClaudeModelRetired, .. Codes, FindingCodes.ClaudeModelUnpinned]);

    public static Reply Wrapped(Situation situation) =>
        situation.Session is { NeedsPerson: true } ? SessionReplies.Ended(situation)
        : Set(
            situation,
            () => new Reply(
                "Nothing in the settings explains it; mostly the model is not enabled for the account (use-case form, AWS Marketplace), "
                + "or its ID is not one of the region's.",
                situation.Used is AwsIdentityKind.Profile or AwsIdentityKind.ExportCommand
                    ? Remedy.Command("Ask AWS which of these it is; no model is called.", "trayagent", "doctor", "--online")
                    : Remedy.Advice(
                        "Run 'claude -p ping' with 'ANTHROPIC_LOG=debug' in its environment, one small call, and paste what AWS answered there.")),
            Codes);

    public static Reply Region(Situation situation) => Set(
        situation,
        () => new Reply(
            situation.Region is "us-west-2" or "us-east-1"
                ? $"The region in use is '{situation.Region}', which has most of the models, so the text is about one model, or about a region that a "
                    + "command named itself."
                : $"The region in use is '{situation.Region}'; 'us-west-2' and 'us-east-1' have the most models, if your data may go there.",
            List(situation, "See what the region offers.")),
        Codes);

    public static Reply UseCaseForm(Situation situation) => new(
        $"It is missing for {Caller.Of(situation).Account}. Tests with Converse may pass all the same.",
        Remedy.Advice(
            "Ask whoever administers the account to fill in the Anthropic use case form in the Bedrock console (open a Claude model there), or for "
            + "the whole organisation with 'bedrock:PutUseCaseForModelAccess' from its management account; then wait up to 15 minutes."));

    public static Reply Marketplace(Situation situation)
    {
        var caller = Caller.Of(situation);
        return new Reply(
            $"Nobody has subscribed {caller.Account} to the model yet, and the caller ({caller.Short}) may not.",
            Remedy.Advice(
                "Ask an administrator to call the model once in that account, with these permissions for the time being; it works for everybody "
                + "2 to 15 minutes later:"))
        {
            Enclosure = SubscriptionPolicy.Lines,
        };
    }

    public static Reply Payment(Situation situation) => new(
        $"AWS could not charge {Caller.Of(situation).Account}.",
        Remedy.Advice(
            "Ask whoever pays for the account to put a valid means of payment into 'Billing and Cost Management' of the AWS console; "
            + "it works 2 to 15 minutes later."));

    public static Reply TooLong(Situation situation) => new(
        "Claude Code before 2.1.217 does not recognise this answer and does not make the conversation shorter by itself.",
        Remedy.Advice("Type '/compact' in that session, or '/clear' to begin anew."));

    /// <summary>The command needs a region, and where none is known, one has to be chosen first.</summary>
    internal static Remedy List(Situation situation, string text) => situation.Region is { Length: > 0 } region
        ? Remedy.Command(text, "trayagent", "models", "--region", region)
        : Remedy.Command("Choose region and model.", "trayagent", "setup");

    /// <summary>The end of a sentence about the models of the settings.</summary>
    private static string Named(Situation situation) =>
        ModelPins.Of(situation.Snapshot.Claude).Select(pin => pin.Id.Text).Distinct(StringComparer.Ordinal).Take(4).ToList() is { Count: > 0 } models
            ? $"what the settings name ({Phrase.Names(models)}). It is one of these all the same, or {Elsewhere}"
            : $"the settings, which name no model. It is {Elsewhere}";

    /// <summary>What a rule has found about the settings; without settings for Bedrock no cause is made up.</summary>
    private static Reply Set(Situation situation, Func<Reply> otherwise, params ReadOnlySpan<string> codes) =>
        situation.IsBedrock ? Replying.First(situation, otherwise, codes)
        : Replying.First(
            situation,
            () => new Reply(
                "Claude Code's settings on this machine do not use Bedrock, so which program asked for the model, and where that is set, is not known here"
                + Meant(situation),
                Remedy.Command("Set Claude Code up for Bedrock, or correct the ID where that program has it.", "trayagent", "setup")),
            FindingCodes.ClaudeBedrockOff,
            FindingCodes.ClaudeSettingsUnreadable);

    /// <summary>What stands in a text is repeated only as far as the built-in list knows it.</summary>
    private static string Meant(Situation situation) =>
        situation.Said("model") is { } said && ModelCatalogue.BuiltIn.Find(said) is { Profiles: [var profile, ..] } model
            ? $"; the profiles of that model are {Phrase.Names(model.Profiles.Where(one => one.Confidence == Confidence.Good).DefaultIfEmpty(profile).Select(one => one.Prefix + model.Id))}."
            : ".";
}
