using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;

namespace TrayAgent.Loopback.Oidc;

/// <summary>The errors of sso-oidc with the status, header and body that the service gives them.</summary>
internal static class OidcError
{
    public static Reply InvalidGrant(string description) =>
        Reply("InvalidGrantException", "invalid_grant", description);

    public static Reply InvalidRequest(string description) =>
        Reply("InvalidRequestException", "invalid_request", description);

    public static Reply InvalidClient() =>
        Reply("InvalidClientException", "invalid_client", "Invalid client provided", 401);

    public static Reply UnauthorizedClient() =>
        Reply("UnauthorizedClientException", "unauthorized_client", "Client is not authorized for this grant type");

    public static Reply UnsupportedGrantType() =>
        Reply("UnsupportedGrantTypeException", "unsupported_grant_type", "Unsupported grant type provided");

    public static Reply InvalidClientMetadata(string description) =>
        Reply("InvalidClientMetadataException", "invalid_client_metadata", description);

    public static Reply InvalidRedirectUri() =>
        Reply("InvalidRedirectUriException", "invalid_redirect_uri", "Invalid redirect uri provided");

    public static Reply AuthorizationPending() =>
        Reply("AuthorizationPendingException", "authorization_pending", "Authorization is still pending");

    public static Reply SlowDown() =>
        Reply("SlowDownException", "slow_down", "Polling is too fast");

    public static Reply ExpiredToken(string description) =>
        Reply("ExpiredTokenException", "expired_token", description);

    public static Reply AccessDenied() =>
        Reply("AccessDeniedException", "access_denied", "The user denied the request");

    public static Reply InternalServer() =>
        Reply("InternalServerException", "server_error", "An internal error occurred", 500);

    public static Reply Throttled() =>
        Reply("TooManyRequestsException", "slow_down", "Rate exceeded", 429);

    private static Reply Reply(string exception, string error, string description, int status = 400) =>
        new Reply(status, "application/json", Body(error, description)) { Outcome = exception }
            .With("x-amzn-ErrorType", $"{exception}:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/");

    private static string Body(string error, string description) =>
        new JsonObject { ["error"] = error, ["error_description"] = description }.ToJsonString();
}
