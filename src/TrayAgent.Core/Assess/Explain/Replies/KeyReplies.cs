using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do about the keys of a request: first whose they were.</summary>
internal static class KeyReplies
{
    private const string Default = "default";

    public static Reply Refused(Situation situation) =>
        situation.MissingProfile is not null ? ConfigReplies.NoProfile(situation)
        : situation.Used == AwsIdentityKind.BearerToken ? Bearer(situation)
        : situation.HasKeysInEnvironment ? Environment(situation)
        : StaticProfile(situation) is { } profile ? Static(situation, profile)
        : situation.Session is { State: SessionState.Valid } status ? new Reply(
            $"{SessionReplies.Works(situation, status)}, so the keys are older than its last sign-in, "
            + "or the program that said it has others in its environment ('AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN').",
            SessionReplies.Restart)
        : SessionReplies.Ended(situation);

    public static Reply None(Situation situation) =>
        situation.MissingProfile is not null
            ? ConfigReplies.NoProfile(situation)
            : Replying.First(
                situation,
                () => NothingFound(situation),
                FindingCodes.ConfigUnreadable,
                FindingCodes.ClaudeProfileUnknown,
                FindingCodes.ProfileUnknownSession,
                FindingCodes.ProfileBrokenChain,
                FindingCodes.ProfileIncomplete);

    public static Reply Slow(Situation situation) => situation.Profile switch
    {
        { HasCredentialProcess: true } profile => new Reply(
            $"The profile '{profile.Name}' has a 'credential_process', and that program did not end in time.",
            Remedy.Advice($"Run the program of 'credential_process' in '{profile.File}', section in line {profile.Line}, by hand and see what it waits for.")),
        null when !situation.HasKeysInEnvironment => new Reply(
            "No profile is named, so the service for EC2 instances is asked at last, which answers nowhere else.",
            Replying.NameProfile(situation)),
        _ => SessionReplies.Ended(situation),
    };

    public static Reply Several(Situation situation) => situation.HasKeysInEnvironment
        ? Environment(situation)
        : new Reply(
            "The environment of this command holds no access keys; that of the program which wrote the text does.",
            Remedy.Command("Unset them where that program is started.", Unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")));

    public static Reply Clock(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            "TrayAgent has not compared this clock with AWS lately.",
            Remedy.Command("Compare it now, and set it if it is wrong.", "trayagent", "doctor", "--online")),
        FindingCodes.ClockSkew);

    /// <summary>The key of a user of Bedrock: no profile and no session has to do with it.</summary>
    internal static Reply Bearer(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            $"Claude Code uses a Bedrock API key ({situation.Claude.Because}) and no profile, so the state of your session does not matter to it.",
            Remedy.Advice("Remove 'AWS_BEARER_TOKEN_BEDROCK' there to use your profile, or put a new key in its place.")),
        FindingCodes.ClaudeBearerShadowsProfile);

    /// <summary>Bedrock refused the key itself, as it says only of such keys.</summary>
    public static Reply BearerRefused(Situation situation) => situation.Claude is { Kind: AwsIdentityKind.BearerToken } identity
        ? new Reply(
            $"Claude Code uses the key of {identity.Because}; AWS SSO has nothing to do with it. Short-term keys live twelve hours at most and "
            + "serve one region.",
            Remedy.Advice(
                "Delete it there" + (situation.Snapshot.Claude.AwsProfile is { } profile ? $" to use the profile '{profile}'" : " to use a profile")
                + $", or put a new key for '{situation.Region}' in its place (AWS console, Bedrock, 'API keys'); then restart Claude Code."))
        : Replying.First(
            situation,
            () => new Reply(
                "No file that Claude Code reads, and not this environment, sets 'AWS_BEARER_TOKEN_BEDROCK': the program that wrote the text has it from "
                + "somewhere else.",
                Remedy.Command("Take it away where that program is started.", Unset("AWS_BEARER_TOKEN_BEDROCK"))),
            FindingCodes.ClaudeVersionKnownBad,
            FindingCodes.ClaudeProviderConflict);

    /// <summary>A token of whatever kind.</summary>
    public static Reply Expired(Situation situation) =>
        situation.Used == AwsIdentityKind.BearerToken ? Bearer(situation) : SessionReplies.Ended(situation);

    private static Reply Environment(Situation situation)
    {
        var variables = situation.Snapshot.Environment.CredentialVariables;
        return new Reply(
            $"The environment sets {Phrase.Names(variables)}, "
            + (situation.Snapshot.Claude.AwsProfile is { } profile
                ? $"which the AWS CLI and most tools use in place of a profile; Claude Code uses its profile '{profile}'."
                : "which Claude Code and most tools use in place of a profile, so the state of your session does not matter to them."),
            Remedy.Command($"Unset {Phrase.Names(variables)} where the program starts.", Unset([.. variables])));
    }

    private static Profile? StaticProfile(Situation situation) =>
        situation.Profile is { HasStaticKeys: true } profile ? profile
        : situation.Profile is null && situation.Snapshot.Config.Profile(Default) is { HasStaticKeys: true } unnamed ? unnamed
        : null;

    private static Reply Static(Situation situation, Profile profile) => situation.Profile is null
        ? new Reply(
            $"No profile is named, so the keys of [default] in '{profile.KeysFile}' are used, and these are not those of a session.",
            Replying.NameProfile(situation))
        : new Reply(
            $"The profile '{profile.Name}' has access keys of its own in '{profile.KeysFile}', and AWS does not take them any more.",
            Remedy.Advice($"Replace or delete the keys in '{profile.KeysFile}', line {profile.KeysLine}."));

    private static Reply NothingFound(Situation situation) => situation switch
    {
        { Session: not null } => SessionReplies.Ended(situation),
        { Snapshot.Config.Profiles.IsEmpty: true } => new Reply(
            $"There is no profile in '{situation.Snapshot.Config.ConfigFile}'.",
            Remedy.Command("Make one.", "trayagent", "setup")),
        { Profile: null } => new Reply(
            "There are profiles, but neither Claude Code's settings nor AWS_PROFILE name one of them.", Replying.NameProfile(situation)),
        _ => new Reply(
            $"The profile '{situation.Profile.Name}' is there, and it does not use AWS SSO.",
            Replying.Doctor),
    };

    private static string[] Unset(params ReadOnlySpan<string> variables) => ["unset", .. variables];
}
