using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do about a line of the AWS config: the rules have mostly found it.</summary>
internal static class ConfigReplies
{
    public static Reply NoProfile(Situation situation)
    {
        var names = situation.Snapshot.Config.Profiles.Select(profile => profile.Name).ToList();
        return situation.MissingProfile is not { } missing
            ? Replying.First(
                situation,
                () => situation.Profile is { } profile ? Exists(profile) : names.Count == 0 ? None(situation) : Choose(situation),
                FindingCodes.ConfigUnreadable,
                FindingCodes.ClaudeProfileUnknown)
            : situation.Finding(FindingCodes.ConfigUnreadable) is { } unreadable ? Replying.With(unreadable)
            : names.Count == 0 ? None(situation)
            : NearestName.Of(missing, names) is { } nearest ? new Reply(
                $"'{situation.Snapshot.Config.ConfigFile}' has no profile '{missing}'. Did you mean '{nearest}'?",
                IsClaudes(situation, missing)
                    ? Remedy.Command("Correct the name in Claude Code's settings.", "trayagent", "claude", "fix")
                    : Remedy.Command($"Use '{nearest}' where the command or AWS_PROFILE says '{missing}'.", "export", $"AWS_PROFILE={nearest}"))
            : new Reply(
                $"'{situation.Snapshot.Config.ConfigFile}' has no profile '{missing}'; it has {Some(names)}.",
                Remedy.Command("Use one of those, or make a new one.", "trayagent", "setup"));
    }

    public static Reply NoSession(Situation situation) => Replying.First(
        situation,
        () => situation.MissingSession is { } missing ? MissingSession(situation, missing) : Corrected(situation),
        FindingCodes.ConfigUnreadable,
        FindingCodes.ProfileUnknownSession);

    public static Reply MissingSession(Situation situation, string missing)
    {
        var sessions = situation.Snapshot.Config.Sessions.Where(session => session.Kind == SessionKind.SsoSession).Select(session => session.Name);
        return new Reply(
            missing.Contains("//", StringComparison.Ordinal)
                ? $"Nothing in '{situation.Snapshot.Config.ConfigFile}' has the start URL '{missing}'."
                : $"'{situation.Snapshot.Config.ConfigFile}' has no [sso-session {missing}].{NearestName.Question(missing, sessions)}",
            Remedy.Command("Correct it where it stands, or make a new session.", "trayagent", "setup"));
    }

    public static Reply Inconsistent(Situation situation) => Replying.First(
        situation, () => Corrected(situation), FindingCodes.ConfigUnreadable, FindingCodes.SessionInconsistent);

    public static Reply Incomplete(Situation situation) => Replying.First(
        situation,
        () => Corrected(situation),
        FindingCodes.ConfigUnreadable,
        FindingCodes.ProfileUnknownSession,
        FindingCodes.SessionRegion,
        FindingCodes.SessionStartUrl,
        FindingCodes.ProfileIncomplete);

    public static Reply Unreadable(Situation situation) => Replying.First(
        situation, () => Corrected(situation), FindingCodes.ConfigUnreadable);

    public static Reply Chain(Situation situation) => Replying.First(
        situation, () => Corrected(situation), FindingCodes.ProfileBrokenChain);

    public static Reply CacheFile(Situation situation) => Replying.First(
        situation,
        () => new Reply(
            $"All files in '{situation.Snapshot.Cache.Folder}' that matter can be read now, so somebody has repaired it.",
            Remedy.Command("Try again; this says if it is still so.", "trayagent", "doctor")),
        FindingCodes.RegistrationUnreadable,
        FindingCodes.TokenUnreadable);

    public static Reply NoRegion(Situation situation) => situation.Profile switch
    {
        { Region: { Length: > 0 } region } profile => new Reply(
            $"The profile '{profile.Name}' has the region '{region}', so the command used another profile.",
            Remedy.Command("Name the profile.", "export", $"AWS_PROFILE={profile.Name}")),
        { } profile => Replying.First(
            situation,
            () => new Reply(
                $"The profile '{profile.Name}' has no 'region', and neither AWS_REGION nor Claude Code's settings need to have one.",
                Remedy.Command("Give it one.", "aws", "configure", "set", "region", "REGION", "--profile", profile.Name)),
            FindingCodes.ClaudeRegionMissing),
        null when situation is { IsBedrock: true, Region: { } used } => new Reply(
            $"No profile is in use here, so nothing tells other programs than Claude Code a region; it uses '{used}' itself.",
            Remedy.Command("Name one where the command is started.", "export", $"AWS_REGION={used}")),
        null => new Reply(
            "No profile is in use here, so nothing says a region.", Remedy.Command("Make a profile, which has one.", "trayagent", "setup")),
    };

    /// <summary>No rule complains any more.</summary>
    private static Reply Corrected(Situation situation) => situation.MissingProfile is not null ? NoProfile(situation)
        : situation.Snapshot.Config is { Profiles.IsEmpty: true, Sessions.IsEmpty: true } ? new Reply(
            $"There is nothing in '{situation.Snapshot.Config.ConfigFile}' that this could be about, so the text is about another file or another machine.",
            Remedy.Command("See which files are in use here.", "trayagent", "doctor"))
        : new Reply(
        $"Nothing of that kind is wrong in '{situation.Snapshot.Config.ConfigFile}' now: somebody has corrected it, "
        + "or the text is about another file. A running Claude Code keeps the file as it was when it started.",
        SessionReplies.Restart);

    private static Reply Exists(Profile profile) => new(
        $"The profile '{profile.Name}' exists in '{profile.File}', line {profile.Line}: it was made since, or the program reads another file.",
        Remedy.Command("See which files are in use, and restart the program that complained.", "trayagent", "doctor"));

    private static Reply None(Situation situation) => new(
        $"There is no profile at all in '{situation.Snapshot.Config.ConfigFile}'.",
        Remedy.Command("Make one.", "trayagent", "setup"));

    private static Reply Choose(Situation situation) => new(
        $"The text does not say which profile; '{situation.Snapshot.Config.ConfigFile}' has "
        + $"{Some([.. situation.Snapshot.Config.Profiles.Select(profile => profile.Name)])}.",
        Remedy.Command("Use one of those, or make a new one.", "trayagent", "setup"));

    private static bool IsClaudes(Situation situation, string name) =>
        situation.Snapshot.Claude.Layers.Any(layer => layer.AwsProfile == name || layer.CommandProfiles.Contains(name));

    private static string Some(List<string> names) =>
        names.Count <= 5 ? Phrase.Names(names) : $"{Phrase.Names(names.Take(4))} and {names.Count - 4} others";
}
