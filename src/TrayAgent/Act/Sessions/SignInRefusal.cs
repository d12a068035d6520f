using TrayAgent.Act.Aws;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Sessions;

/// <summary>Why AWS did not sign a person in, as a sentence with what to do about it; the same whoever asked.</summary>
internal static class SignInRefusal
{
    /// <summary>While the client is registered and the page is asked for.</summary>
    public static string BeforeApproval(OidcFault fault, SsoSession session) => fault switch
    {
        OidcFault.InvalidGrant => WrongPlace(session),
        _ => Of(fault, session),
    };

    /// <summary>While the token is asked for.</summary>
    public static string AfterApproval(OidcFault fault, SsoSession session) => fault switch
    {
        OidcFault.InvalidGrant => NotHonoured(session),
        _ => Of(fault, session),
    };

    public static string Denied(SsoSession session) => $"The sign-in to '{session.Name}' was denied on the page.";

    public static string TooLate(SsoSession session) =>
        $"Nobody approved the sign-in to '{session.Name}' in time, so AWS ended it. Sign in again.";

    public static string NobodyApproved(SsoSession session, TimeSpan limit) =>
        $"Nobody approved the sign-in to '{session.Name}' within {limit.TotalMinutes} minutes. Sign in again.";

    public static string NoAuthorization(SsoSession session) =>
        $"The sign-in page gave no authorization for '{session.Name}'. Sign in again, or with '--device-code'.";

    public static string NotHonoured(SsoSession session) =>
        $"AWS did not honour the approval of the sign-in to '{session.Name}'. Sign in once more; if that fails too, check "
        + $"'sso_start_url' and 'sso_region'{Place(session)}.";

    public static string WrongPlace(SsoSession session) =>
        $"AWS does not know the start URL '{session.StartUrl}' in region '{session.Region}'. "
        + $"Check 'sso_start_url' and 'sso_region' of '{session.Name}'{Place(session)}.";

    public static string ClientGone(SsoSession session) =>
        $"AWS no longer accepts this machine's client registration for '{session.Name}'. Sign in once more: a new one is made.";

    public static string WrongClient(SsoSession session) =>
        $"AWS does not accept this machine's client registration for this kind of sign-in to '{session.Name}'. "
        + "Sign in with '--device-code'.";

    public static string UnknownScope(SsoSession session) =>
        $"AWS does not know a scope of 'sso_registration_scopes' of '{session.Name}'. Use 'sso:account:access'{Place(session)}.";

    public static string Throttled(SsoSession session) => $"AWS is throttling sign-ins to '{session.Name}'. Try again in a minute.";

    public static string Failing(SsoSession session) =>
        $"AWS had an internal error while signing in to '{session.Name}'. Try again in a minute.";

    public static string Offline(SsoSession session) =>
        $"AWS could not be reached to sign in to '{session.Name}'. Check the network, and that '{session.Region}' is its region.";

    public static string NotHttps(SsoSession session) =>
        $"The start URL of '{session.Name}' must begin with 'https://'. Correct 'sso_start_url'{Place(session)}.";

    /// <summary>Nothing while it stands in no file, because it is just being set up.</summary>
    private static string Place(SsoSession session) => session.Line > 0 ? $" in '{session.File}', line {session.Line}" : "";

    private static string Of(OidcFault fault, SsoSession session) => fault switch
    {
        OidcFault.InvalidRequest => WrongPlace(session),
        OidcFault.AccessDenied => Denied(session),
        OidcFault.ExpiredToken => TooLate(session),
        OidcFault.InvalidClient => ClientGone(session),
        OidcFault.UnauthorizedClient => WrongClient(session),
        OidcFault.InvalidScope => UnknownScope(session),
        OidcFault.Throttled or OidcFault.SlowDown => Throttled(session),
        OidcFault.Failing => Failing(session),
        OidcFault.Unreachable => Offline(session),
        _ => $"AWS gave an answer to the sign-in to '{session.Name}' that makes no sense. Try again; behind a network with a sign-in "
            + "page of its own, sign in there first.",
    };
}
