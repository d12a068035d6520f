namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do about a model.</summary>
internal static class ModelReplies
{
    private static readonly string[] Codes =
    [
        FindingCodes.ClaudeModelRawId, FindingCodes.ClaudeModelPrefixRegion, FindingCodes.ClaudeModelInvalidId, FindingCodes.ClaudeModelRetired,
        FindingCodes.ClaudeRegionNoBedrock,
    ];

    public static Reply BareId(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            "A setting names the model without the prefix of an inference profile, such as 'global.', 'us.' or 'eu.'.",
            Remedy.Command("Choose the ID of an inference profile that your region may call.", Models(situation))),
        Codes);

    public static Reply InvalidId(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            "What can be called differs by region" + (situation.Region is { } region ? $"; the profile's is '{region}'." : "."),
            Remedy.Command("Choose an ID from this list, exactly as it stands there.", Models(situation))),
        Codes);

    public static Reply Old(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            "A setting pins an old model, which this account has not used lately.",
            Remedy.Command("Choose a current one.", Models(situation))),
        Codes);

    public static Reply Wrapped(Situation situation) =>
        situation.Session is { NeedsPerson: true } ? SessionReplies.Ended(situation)
        : Replying.First(
            situation,
            () => new Reply(
                "Nothing in the settings explains it; mostly the model is not enabled for the account (use-case form, AWS Marketplace), "
                + "or its ID is not one of the region's.",
                Remedy.Command("See which IDs the region knows, or paste the whole error.", Models(situation))),
            Codes);

    public static Reply Region(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            (situation.Region is { } region ? $"The profile's region is '{region}'" : "The profile has no region")
            + "; 'us-west-2' and 'us-east-1' have the most models, if your data may go there.",
            Remedy.Command("See what the region offers.", Models(situation))),
        Codes);

    public static Reply UseCaseForm(Situation situation) => new(
        $"It is missing for {Account(situation)}. Tests with Converse may pass all the same.",
        Remedy.Advice(
            "Ask whoever administers the account to fill in the Anthropic use case form in the Bedrock console (Model access), or for the whole "
            + "organisation with 'bedrock:PutUseCaseForModelAccess' from its management account; then wait up to 15 minutes."));

    public static Reply Marketplace(Situation situation) => new(
        $"Nobody has subscribed {Account(situation)} to the model yet, and your role may not.",
        Remedy.Advice(
            "Ask an administrator to call the model once in that account, with these permissions for the time being; it works for everybody "
            + "2 to 15 minutes later:"))
    {
        Enclosure =
        [
            "{",
            "  \"Version\": \"2012-10-17\",",
            "  \"Statement\": [",
            "    {",
            "      \"Effect\": \"Allow\",",
            "      \"Action\": [",
            "        \"aws-marketplace:ViewSubscriptions\",",
            "        \"aws-marketplace:Subscribe\"",
            "      ],",
            "      \"Resource\": \"*\",",
            "      \"Condition\": { \"StringEquals\": { \"aws:CalledViaLast\": \"bedrock.amazonaws.com\" } }",
            "    }",
            "  ]",
            "}",
        ],
    };

    public static Reply TooLong(Situation situation) => new(
        "Claude Code before 2.1.217 does not recognise this answer and does not make the conversation shorter by itself.",
        Remedy.Advice("Type '/compact' in that session, or '/clear' to begin anew."));

    internal static string[] Models(Situation situation) =>
        situation.Region is { Length: > 0 } region ? ["trayagent", "models", "--region", region] : ["trayagent", "models"];

    private static string Account(Situation situation) =>
        situation.Profile?.AccountId is { } account ? $"account '{account}'" : "the account of your role";
}
