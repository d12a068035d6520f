using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;


namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>"Expired" and "denied" told apart by the state of the session, and what to ask an administrator for.</summary>
internal static class PermissionReplies
{
    private static readonly Remedy Triage = Remedy.Command(
        "Ask AWS which of these it is, and what to ask your administrator for.", "trayagent", "doctor", "--online");

    private static readonly Remedy AskForPolicy = Remedy.Advice(
        "Ask your administrator to add this policy to the role (or the managed policy 'AmazonBedrockFullAccess'):");

    /// <summary>AWS said no to something, and the text does not say to what.</summary>
    public static Reply Denied(Situation situation) =>
        situation is { MissingProfile: null, MissingSession: null, Session: null, Profile: { Session: null } profile }
            && situation.Claude.Kind != AwsIdentityKind.BearerToken && !situation.HasKeysInEnvironment
            ? new Reply(
                $"The profile '{profile.Name}' does not use AWS SSO, so no sign-in has ended: its keys lack a permission, "
                + "or the model is not enabled for the account.",
                AskForPolicy)
            {
                Enclosure = MinimumPolicy.Lines(situation.Region),
            }
        : Unclear(situation) is var reply && reply.Remedy == Triage ? reply with { Enclosure = MinimumPolicy.Lines(situation.Region) } : reply;

    /// <summary>The text alone does not say whether something has expired or is not permitted.</summary>
    public static Reply Unclear(Situation situation) =>
        situation.Claude.Kind == AwsIdentityKind.BearerToken
            || (situation.HasKeysInEnvironment && situation.Snapshot.Claude.AwsProfile is null) ? KeyReplies.Refused(situation)
        : situation.MissingProfile is not null || situation.Session is null or { State: SessionState.Unknown } or { NeedsPerson: true }
            ? SessionReplies.Ended(situation)
        : new Reply(
            $"{SessionReplies.Works(situation, situation.Session)}, so nothing has expired unless the error is older: "
            + $"{Role(situation)} lacks a permission or is not assigned to you any more, or the model is not enabled for the account.",
            Triage);

    public static Reply NotAuthorized(Situation situation) => Action(situation) switch
    {
        "sts:AssumeRole" => new Reply(
            $"{Capital(Role(situation))} is reached through another role, whose trust policy or permissions do not let you assume it.",
            Remedy.Advice("Ask your administrator to permit 'sts:AssumeRole' in the role's trust policy and in your permission set.")),
        "bedrock:CallWithBearerToken" => Replying.First(
            situation,
            () => new Reply(
                "Claude Code used a Bedrock API key ('AWS_BEARER_TOKEN_BEDROCK'), and its user may not.",
                Remedy.Advice("Remove 'AWS_BEARER_TOKEN_BEDROCK' to use your profile, or ask your administrator for 'bedrock:CallWithBearerToken'.")),
            FindingCodes.ClaudeBearerShadowsProfile),
        { } action when action.StartsWith("bedrock-mantle:", StringComparison.Ordinal) => new Reply(
            $"{Capital(Role(situation))} may not use the 'bedrock-mantle' endpoint, which 'CLAUDE_CODE_USE_MANTLE' turns on.",
            Remedy.Advice("Ask your administrator for 'bedrock-mantle:CreateInference' and 'bedrock-mantle:CountTokens', or unset 'CLAUDE_CODE_USE_MANTLE'.")),
        { } action when action.StartsWith("aws-marketplace:", StringComparison.Ordinal) => ModelReplies.Marketplace(situation),
        var action => new Reply(
            $"{Capital(Role(situation))} has no permission for {(action is null ? "the call" : $"'{action}'")}."
            + (IsSystemProfile(situation)
                ? " If your organisation hands out application inference profiles, the setting is wrong and not the permission: pin their ARN."
                : ""),
            AskForPolicy)
        {
            Enclosure = MinimumPolicy.Lines(situation.Region),
        },
    };

    public static Reply Organisation(Situation situation) => new(
        $"{Capital(Role(situation))} is in an account whose organisation has a policy (SCP) against it"
        + (situation.Region is { } region ? $"; the profile's region is '{region}'." : "."),
        Remedy.Command(
            "Use a region that the organisation permits, or ask your administrator to except Bedrock: a 'us.' or 'eu.' profile needs every "
            + "region that it routes to, a 'global.' one needs 'aws:RequestedRegion' = 'unspecified'.",
            ModelReplies.Models(situation)));

    public static Reply Explicit(Situation situation) => new(
        $"A policy on {Role(situation)} or above it denies this very call.",
        Remedy.Advice("Ask your administrator to except these actions from the deny:"))
    {
        Enclosure = MinimumPolicy.Lines(situation.Region),
    };

    private static Reply Assignment(Profile profile) => new(
        $"The profile '{profile.Name}' names role '{profile.RoleName}' in account '{profile.AccountId}' "
        + $"('{profile.File}', line {profile.Line}).",
        Remedy.Command(
            "If both are right, ask your administrator to assign that permission set to you; this shows whether it is done.",
            "trayagent", "doctor", "--online"));

    public static Reply RoleNotAssigned(Situation situation) =>
        situation.MissingProfile is null && situation.Profile is { AccountId: not null, RoleName: not null } profile
            ? Assignment(profile)
            : SessionReplies.Ended(situation);

    /// <summary>Whose permissions are missing.</summary>
    internal static string Role(Situation situation) => situation.Profile is { RoleName: { } role, AccountId: { } account }
        ? $"role '{role}' in account '{account}'"
        : situation.Profile is { } profile ? $"the role of profile '{profile.Name}'" : "the role in use";

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>Only what has the form of an action is repeated.</summary>
    private static string? Action(Situation situation) =>
        situation.Said("action") is { Length: < 80 } action
        && action.Split(':') is [{ Length: > 0 } service, { Length: > 0 } name]
        && service.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && name.All(char.IsAsciiLetterOrDigit)
            ? action
            : null;

    private static bool IsSystemProfile(Situation situation) =>
        situation.Said("resource") is { } resource && resource.Contains(":inference-profile/", StringComparison.Ordinal);
}
