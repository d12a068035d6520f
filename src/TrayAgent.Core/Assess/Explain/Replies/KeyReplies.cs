using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do about the keys of a request: first whose they were.</summary>
internal static class KeyReplies
{
    private const string Default = "default";

    public static Reply Refused(Situation situation) =>
        situation.MissingProfile is not null ? ConfigReplies.NoProfile(situation)
        : situation.Used == AwsIdentityKind.BearerToken ? BearerRefused(situation)
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
            : situation is { Used: AwsIdentityKind.BearerToken, Snapshot.Config.Profiles.IsEmpty: true } ? new Reply(
                $"Claude Code uses the key of {situation.Claude.Because} and needs no profile; whatever wrote this does, and there is none in "
                + $"'{situation.Snapshot.Config.ConfigFile}'.",
                Remedy.Command("Make one for it.", "trayagent", "setup"))
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
        { HasStaticKeys: true } profile => new Reply(
            $"The profile '{profile.Name}' has its keys in '{profile.KeysFile}', line {profile.KeysLine}, and nobody has to wait for those, so it was not used.",
            Name(profile)),
        _ when situation.Session is { State: SessionState.Valid } status => new Reply(
            $"{SessionReplies.Works(situation, status)}, so what did not answer in time was AWS, or a program or proxy in between.",
            Remedy.Command("See which part of AWS answers.", "trayagent", "doctor", "--online")),
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

    /// <summary>Bedrock refused the key itself, as it says only of such keys.</summary>
    public static Reply BearerRefused(Situation situation) => situation.Claude.Kind == AwsIdentityKind.BearerToken
        ? Replying.First(situation, () => new Reply(Bearer(situation), NewKey(situation, ".")), Faulty(situation))
        : Replying.First(
            situation,
            () => new Reply(
                "No file that Claude Code reads, and not this environment, sets 'AWS_BEARER_TOKEN_BEDROCK': the program that wrote the text has it from "
                + "somewhere else.",
                Remedy.Command("Take it away where that program is started.", Unset("AWS_BEARER_TOKEN_BEDROCK"))),
            FindingCodes.ClaudeVersionKnownBad,
            FindingCodes.ClaudeProviderConflict);

    /// <summary>The key may be dead, or its owner lacks a permission.</summary>
    public static Reply BearerUnclear(Situation situation) => new(
        Bearer(situation) + " Its owner may also lack a permission, or the model is not enabled for the account.",
        NewKey(situation, "; if that is refused, too, ask your administrator for 'bedrock:CallWithBearerToken' and this policy:"))
    {
        Enclosure = MinimumPolicy.Lines(situation.Region),
    };

    /// <summary>A token of whatever kind.</summary>
    public static Reply Expired(Situation situation) =>
        situation.Used == AwsIdentityKind.BearerToken ? BearerRefused(situation)
        : situation.MissingProfile is null && StaticProfile(situation) is { } profile ? Static(situation, profile)
        : SessionReplies.Ended(situation);

    /// <summary>These two do not send the key at all.</summary>
    /// <remarks>https://github.com/anthropics/claude-code/issues/44967</remarks>
    private static string[] Faulty(Situation situation) =>
        situation.Snapshot.ClaudeCode is ClaudeCode.Found { Version: { Major: 2, Minor: 1, Build: 94 or 95 } } ? [FindingCodes.ClaudeVersionKnownBad] : [];

    private static string Bearer(Situation situation) =>
        $"Claude Code uses the key of {situation.Claude.Because}; AWS SSO has nothing to do with it. Short-term keys live twelve hours at most and "
        + "serve one region.";

    private static Remedy NewKey(Situation situation, string end) => Remedy.Advice(
        $"Put a new key for '{situation.Region}' in its place (AWS console, Bedrock, 'API keys'), or delete it there to use "
        + (situation.Snapshot.Claude.AwsProfile is { } profile ? $"the profile '{profile}'" : "a profile") + ", and restart Claude Code" + end);

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
        { Profile: { HasStaticKeys: true } profile } => new Reply(
            $"The profile '{profile.Name}' has its keys in '{profile.KeysFile}', line {profile.KeysLine}, so the program did not use it, or reads other files.",
            Name(profile)),
        { Profile: var profile } => new Reply(
            $"The profile '{profile.Name}' does not use AWS SSO; what is behind it ('{profile.File}', section in line {profile.Line}) gave no keys.",
            Remedy.Command("See what it says.", "aws", "sts", "get-caller-identity", "--profile", profile.Name)),
    };

    private static Remedy Name(Profile profile) =>
        Remedy.Command("Name the profile where the program is started, and start it again.", "export", $"AWS_PROFILE={profile.Name}");

    private static string[] Unset(params ReadOnlySpan<string> variables) => ["unset", .. variables];
}
