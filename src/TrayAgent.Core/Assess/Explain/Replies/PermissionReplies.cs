using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>"Expired" and "denied" told apart by the state of the session, and what to ask an administrator for.</summary>
internal static class PermissionReplies
{
    /// <summary>The doctor ends with the same words: neither sends to the other for good.</summary>
    private static readonly Remedy Triage = Remedy.Command(
        "Ask AWS, without a call of a model, which would cost. If nothing is found, what is missing is the permission to call it: ask your "
        + "administrator for the policy below (or the managed policy 'AmazonBedrockFullAccess').",
        "trayagent", "doctor", "--online");

    private static readonly Remedy AskForPolicy = Remedy.Advice(
        "Ask your administrator to permit it with this policy (or the managed policy 'AmazonBedrockFullAccess'):");

    /// <summary>The text alone does not say whether something has expired or is not permitted.</summary>
    public static Reply Unclear(Situation situation) => situation switch
    {
        { Used: AwsIdentityKind.BearerToken } => KeyReplies.BearerUnclear(situation),
        { Used: AwsIdentityKind.EnvironmentKeys } => KeyReplies.Refused(situation),
        { Used: AwsIdentityKind.Gateway } => new Reply(
            $"Claude Code signs nothing itself ({situation.Claude.Because}): the gateway asks AWS with credentials of its own, which this machine does not know.",
            Remedy.Advice("Ask whoever runs the gateway of 'ANTHROPIC_BEDROCK_BASE_URL'.")),
        { MissingProfile: not null } => ConfigReplies.NoProfile(situation),
        { Profile: null, Session: null } => Replying.Nobody(situation),
        { Profile: { Session: null } profile, Session: null } => Replying.First(
            situation,
            () => WithoutSession(situation, profile),
            FindingCodes.ConfigUnreadable,
            FindingCodes.ProfileUnknownSession,
            FindingCodes.ProfileBrokenChain,
            FindingCodes.ProfileIncomplete),
        { Session: null or { State: SessionState.Unknown } or { NeedsPerson: true } } => SessionReplies.Ended(situation),
        _ => new Reply(
            $"{SessionReplies.Works(situation, situation.Session!)}, so nothing has expired unless the error is older: "
            + $"{Caller.Of(situation).Words} lacks a permission or is not assigned to you any more, or the model is not enabled for the account.",
            Triage)
        {
            Enclosure = MinimumPolicy.Lines(situation.Region),
        },
    };

    public static Reply NotAuthorized(Situation situation) => Action(situation) switch
    {
        "sts:AssumeRole" => new Reply(
            $"{Caller.Of(situation).Capital} is reached through another role, whose trust policy or permissions do not let you assume it.",
            Remedy.Advice("Ask your administrator to permit 'sts:AssumeRole' in the role's trust policy and in your permission set.")),
        "bedrock:CallWithBearerToken" => Replying.First(
            situation,
            () => new Reply(
                "Claude Code used a Bedrock API key ('AWS_BEARER_TOKEN_BEDROCK'), and its user may not.",
                Remedy.Advice("Remove 'AWS_BEARER_TOKEN_BEDROCK' to use your profile, or ask your administrator for 'bedrock:CallWithBearerToken'.")),
            FindingCodes.ClaudeBearerShadowsProfile),
        { } action when action.StartsWith("bedrock-mantle:", StringComparison.Ordinal) => new Reply(
            $"{Caller.Of(situation).Capital} may not use the 'bedrock-mantle' endpoint, which 'CLAUDE_CODE_USE_MANTLE' turns on.",
            Remedy.Advice("Ask your administrator for 'bedrock-mantle:CreateInference' and 'bedrock-mantle:CountTokens', or unset 'CLAUDE_CODE_USE_MANTLE'.")),
        { } action when action.StartsWith("aws-marketplace:", StringComparison.Ordinal) => ModelReplies.Marketplace(situation),
        var action => OwnProfileReplies.Of(situation) ?? Lacking(situation, action),
    };

    public static Reply Organisation(Situation situation) => new(
        $"The organisation of {Caller.Of(situation).Account} has a policy (SCP) against it"
        + (situation.Region is { } region ? $"; the region in use is '{region}'." : "."),
        Remedy.Advice(
            "Use a region that the organisation permits, or ask your administrator to except Bedrock: a 'us.' or 'eu.' profile needs every "
            + "region that it routes to, a 'global.' one needs 'aws:RequestedRegion' = 'unspecified'."));

    public static Reply Explicit(Situation situation) => new(
        $"A policy on {Caller.Of(situation).Words} or above it denies this very call.",
        Remedy.Advice("Ask your administrator to except these actions from the deny:"))
    {
        Enclosure = MinimumPolicy.Lines(situation.Region),
    };

    public static Reply RoleNotAssigned(Situation situation) =>
        situation.MissingProfile is null && situation.Profile is { AccountId: not null, RoleName: not null } profile
            ? Assignment(profile)
            : SessionReplies.Ended(situation);

    /// <summary>The portal says so of a role, Bedrock of a model.</summary>
    public static Reply NotFound(Situation situation) =>
        situation is { MissingProfile: null, Used: AwsIdentityKind.Profile or AwsIdentityKind.ExportCommand, Profile: { AccountId: not null, RoleName: not null } profile }
            && situation.Session is not { NeedsPerson: true }
            ? new Reply(
                $"Either role '{profile.RoleName}' in account '{profile.AccountId}' (profile '{profile.Name}') is not assigned to you, or a model has ended or is "
                + "not enabled for the account.",
                Remedy.Command("Ask AWS which of these it is; no model is called.", "trayagent", "doctor", "--online"))
            : ModelReplies.Wrapped(situation);

    private static Reply Lacking(Situation situation, string? action)
    {
        var caller = Caller.Of(situation);
        var policy = MinimumPolicy.Lines(situation.Region);
        var isCovered = action is null || policy.Any(line => line.Contains($"\"{action}\"", StringComparison.Ordinal));
        return new Reply(
            $"{caller.Capital} has no permission for {(action is null ? "the call" : $"'{action}'")}."
            + (caller.Instead is { } instead ? $" That is not what Claude Code uses by its settings now: {instead}." : "")
            + (isCovered && IsSystemProfile(situation)
                ? " If your organisation hands out application inference profiles, the setting is wrong and not the permission: pin their ARN."
                : ""),
            !isCovered ? Remedy.Advice($"Ask your administrator to permit '{action}'.")
            : caller.Instead is null ? AskForPolicy
            : Remedy.Command(
                "See who chooses the credentials; if they are the right ones, ask your administrator to permit it with the policy below.",
                "trayagent", "claude", "show"))
        {
            Enclosure = isCovered ? policy : [],
        };
    }

    /// <summary>Keys of a profile may be dead or may lack a permission; AWS says for nothing which.</summary>
    private static Reply WithoutSession(Situation situation, Profile profile) => new(
        $"The profile '{profile.Name}' does not use AWS SSO, so no sign-in has ended: "
        + (profile.HasStaticKeys ? "its access keys are not valid any more" : "the program or role behind it gives keys that are not valid")
        + ", or they lack a permission, or the model is not enabled for the account.",
        Remedy.Command(
            (profile.HasStaticKeys ? $"If this fails, put new keys into '{profile.KeysFile}', line {profile.KeysLine}"
                : $"If this fails, correct the profile in '{profile.File}', section in line {profile.Line}")
            + "; if it answers, ask your administrator for the policy below (or the managed policy 'AmazonBedrockFullAccess').",
            "aws", "sts", "get-caller-identity", "--profile", profile.Name))
    {
        Enclosure = MinimumPolicy.Lines(situation.Region),
    };

    private static Reply Assignment(Profile profile) => new(
        $"The profile '{profile.Name}' names role '{profile.RoleName}' in account '{profile.AccountId}' "
        + $"('{profile.File}', line {profile.Line}).",
        Remedy.Command(
            "If both are right, ask your administrator to assign that permission set to you; this shows whether it is done.",
            "trayagent", "doctor", "--online"));

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
