using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Replies;

namespace TrayAgent.Core.Assess.Explain.Texts;

/// <summary>The sign-in at AWS SSO is over, or was never there.</summary>
internal static class SessionTexts
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        new(
            "sso-session-expired",
            ErrorWeight.Definite,
            "The AWS SSO session behind a profile has ended.",
            SessionReplies.Ended,
            "The SSO session associated with this profile has expired",
            "The SSO session associated with this profile is invalid",
            "The SSO session associated with this profile has expired or is otherwise invalid"),
        new(
            "sso-token-expired",
            ErrorWeight.Definite,
            "The token of an AWS SSO session has expired and could not be refreshed.",
            SessionReplies.Ended,
            "Token is expired. To refresh this SSO session",
            "Token has expired and refresh failed",
            "Error when retrieving token from sso",
            "SSO Token has expired and failed to refresh",
            "refresh cached SSO token failed"),
        new(
            "token-expired",
            ErrorWeight.Vague,
            "A token has expired.",
            KeyReplies.Expired,
            "Token expired",
            "Token has expired",
            "Token is expired"),
        new(
            "sso-token-missing",
            ErrorWeight.Definite,
            "There is no usable token for an AWS SSO session: nobody signed in, or the token file cannot be read.",
            SessionReplies.Ended,
            "The SSO session token associated with profile={profile} was not found or is invalid",
            "Error loading SSO Token: Token for {session} does not exist",
            "Token for {session} does not exist",
            "No valid SSO Token could be found"),
        new(
            "sso-token-not-refreshable",
            ErrorWeight.Definite,
            "The token of an AWS SSO session lacks what a refresh needs.",
            SessionReplies.Renewal,
            "Value not present for … in SSO Token. Cannot refresh"),
        new(
            "portal-refused-token",
            ErrorWeight.Definite,
            "AWS no longer accepts the token of an AWS SSO session, whatever its file says.",
            SessionReplies.Refused,
            "Session token not found or invalid"),
        new(
            "unauthorized",
            ErrorWeight.Vague,
            "AWS did not accept the token that it was asked with.",
            SessionReplies.Refused,
            "UnauthorizedException"),
        new(
            "refresh-refused",
            ErrorWeight.Definite,
            "AWS refused to refresh a token: the session at AWS is over, signed out or revoked.",
            SessionReplies.Ended,
            "Invalid refresh token provided"),
        new(
            "grant-refused",
            ErrorWeight.Vague,
            "AWS refused a grant: the session at AWS is over, or a sign-in went to the wrong start URL or region.",
            SessionReplies.Ended,
            "InvalidGrantException",
            "invalid_grant"),
        new(
            "wrong-sign-in-place",
            ErrorWeight.Definite,
            "A sign-in went to a start URL or a region that does not belong together.",
            SignInReplies.Place,
            "Invalid grant provided"),
    ];
}
