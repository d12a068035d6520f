namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do about a sign-in that failed.</summary>
internal static class SignInReplies
{
    private const string Needed = "sso:account:access";

    /// <summary>By the session's state: it may have been signed in to since.</summary>
    public static Reply Again(Situation situation) => SessionReplies.Ended(situation);

    public static Reply OtherMachine(Situation situation) => situation.Session is { NeedsPerson: true } status
        ? new Reply(
            $"'{status.Name}' is still not signed in. If the browser is on another machine or in a container, only a code works.",
            Remedy.Command("Sign in with a code.", "trayagent", "login", "--session", status.Name, "--device-code"))
        : SessionReplies.Ended(situation);

    public static Reply NewClient(Situation situation) => Replying.First(
        situation,
        () => situation.Session is { } status
            ? new Reply(
                $"The client registration of '{status.Name}' has expired or is not for this kind of sign-in; a sign-in by TrayAgent makes a new one.",
                Remedies.SignIn(status.Session))
            : SessionReplies.Ended(situation),
        FindingCodes.TokenNotRefreshable,
        FindingCodes.RegistrationUnreadable,
        FindingCodes.RegistrationEnding);

    public static Reply Place(Situation situation) => Replying.First(
        situation,
        () => situation.Session is { } status
            ? new Reply(
                $"'{status.Name}' has the start URL '{status.Session.StartUrl}' and the region '{status.Session.Region}'. "
                + "The region is that of the Identity Center, not that of your work.",
                Remedy.Advice(
                    $"Compare both with what your administrator gave you, in '{status.Session.File}', section in line {status.Session.Line}."))
            : SessionReplies.Ended(situation),
        FindingCodes.SessionStartUrl,
        FindingCodes.SessionRegion,
        FindingCodes.SessionInconsistent);

    public static Reply Scopes(Situation situation) => Replying.First(
        situation,
        () => situation.Session switch
        {
            null => SessionReplies.Ended(situation),
            { Session.Scopes: [Needed] } status => new Reply(
                $"The scopes of '{status.Name}' are right ('{Needed}'), so what AWS did not accept is the client registration or its kind.",
                Remedy.Command(
                    $"Sign in to '{status.Name}' with TrayAgent, which registers anew.", "trayagent", "login", "--session", status.Name)),
            { Session.Scopes: var scopes } status when scopes.Contains(Needed) => new Reply(
                $"'{status.Name}' asks for more scopes than '{Needed}': {Phrase.Names(scopes.Where(scope => scope != Needed))}.",
                Remedy.Advice(
                    $"Take those out of 'sso_registration_scopes' in '{status.Session.File}', section in line {status.Session.Line}, and sign in again.")),
            { } status => new Reply(
                $"'{status.Name}' asks for the scopes {Phrase.Names(status.Session.Scopes)}; '{Needed}' is what is needed.", Remedies.AddScopes()),
        },
        FindingCodes.SessionNoScopes);

    public static Reply Wait(Situation situation) => new(
        "Nothing on this machine has to change.",
        Remedy.Command("Try again in a minute; this says whether AWS answers.", "trayagent", "doctor", "--online"));
}
