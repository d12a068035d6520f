using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Replies;

namespace TrayAgent.Core.Assess.Explain.Texts;

/// <summary>Signing in, with the AWS CLI or an SDK.</summary>
internal static class SignInTexts
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        new(
            "sign-in-not-approved",
            ErrorWeight.Definite,
            "Nobody approved the sign-in in the browser in time.",
            SignInReplies.Again,
            "The pending authorization to retrieve an SSO token has expired",
            "The login flow to retrieve an SSO token must be restarted",
            "The device authorization flow"),
        new(
            "code-expired",
            ErrorWeight.Vague,
            "Something that AWS gave for a short time has run out: the code of a sign-in, or the keys of a role.",
            KeyReplies.Expired,
            "ExpiredTokenException",
            "expired_token"),
        new(
            "no-authorization-code",
            ErrorWeight.Definite,
            "The browser did not bring an approval back to the AWS CLI: the page was closed, denied, or opened on another machine.",
            SignInReplies.OtherMachine,
            "Failed to retrieve an authorization code",
            "Error loading authorization code"),
        new(
            "sign-in-mixed-up",
            ErrorWeight.Definite,
            "The approval that came back belongs to another sign-in.",
            SignInReplies.Again,
            "State parameter does not match expected value"),
        new(
            "sign-in-port",
            ErrorWeight.Definite,
            "The AWS CLI could not open the local port to which the browser brings an approval back.",
            SignInReplies.OtherMachine,
            "Unable to initialize the OAuth 2.0 authorization callback handler"),
        new(
            "sign-in-pending",
            ErrorWeight.Vague,
            "A sign-in waits for a person who approves it in the browser.",
            SignInReplies.Again,
            "AuthorizationPendingException",
            "authorization_pending"),
        new(
            "asked-too-often",
            ErrorWeight.Vague,
            "AWS was asked too often and slows down; it works again by itself.",
            SignInReplies.Wait,
            "SlowDownException",
            "slow_down",
            "TooManyRequestsException",
            "ThrottlingException"),
        new(
            "client-refused",
            ErrorWeight.Vague,
            "AWS no longer knows the client registration of a sign-in, or it is for another kind of sign-in.",
            SignInReplies.NewClient,
            "UnauthorizedClientException",
            "unauthorized_client",
            "InvalidClientException",
            "invalid_client"),
        new(
            "sign-in-denied",
            ErrorWeight.Vague,
            "A person pressed 'Deny' on the sign-in page.",
            SignInReplies.Again,
            "access_denied"),
        new(
            "sign-in-request-invalid",
            ErrorWeight.Vague,
            "AWS rejected a request as malformed; at a sign-in that is mostly a wrong start URL.",
            SignInReplies.Place,
            "InvalidRequestException",
            "invalid_request"),
        new(
            "sign-in-client-invalid",
            ErrorWeight.Vague,
            "AWS rejected how a client asked to sign in: its scopes, grant, name or address.",
            SignInReplies.Scopes,
            "InvalidScopeException",
            "invalid_scope",
            "UnsupportedGrantTypeException",
            "unsupported_grant_type",
            "InvalidClientMetadataException",
            "invalid_client_metadata",
            "InvalidRedirectUriException",
            "invalid_redirect_uri"),
        new(
            "aws-failing",
            ErrorWeight.Vague,
            "AWS had an internal error.",
            SignInReplies.Wait,
            "InternalServerException",
            "server_error"),
        new(
            "cli-too-old",
            ErrorWeight.Definite,
            "The AWS CLI does not know a command or option that it was given: it is too old for it, or the word is mistyped.",
            CliReplies.Old,
            "Invalid choice: {command}, maybe you meant",
            "Invalid choice: {command}",
            "Unknown options: {command}",
            "argument operation: Invalid choice",
            "argument command: Invalid choice",
            "argument subcommand: Invalid choice"),
    ];
}
