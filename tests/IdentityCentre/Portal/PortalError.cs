using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;

namespace TrayAgent.Loopback.Portal;

/// <summary>The errors of the access portal's API, with the status, header and body of the service.</summary>
internal static class PortalError
{
    public static Reply Unauthorized() => Reply(401, "UnauthorizedException", "Session token not found or invalid");

    /// <summary>What a wrong role name gets in practice: aws/aws-sam-cli#2129.</summary>
    public static Reply Forbidden() => Reply(403, "ForbiddenException", "No access");

    public static Reply NotFound(string message) => Reply(404, "ResourceNotFoundException", message);

    public static Reply InvalidRequest(string message) => Reply(400, "InvalidRequestException", message);

    public static Reply Throttled() => Reply(429, "TooManyRequestsException", "Rate exceeded");

    public static Reply InternalServer() => Reply(500, "InternalServerException", "An internal error occurred");

    private const string Origin = "http://internal.amazon.com/coral/com.amazonaws.switchboard.portal/";

    private static Reply Reply(int status, string exception, string message) =>
        new Reply(status, "application/json", Body(exception, message)) { Outcome = exception }
            .With("x-amzn-ErrorType", $"{exception}:{Origin}");

    private static string Body(string exception, string message) => new JsonObject
    {
        ["message"] = message,
        ["__type"] = $"com.amazonaws.switchboard.portal#{exception}",
    }.ToJsonString();
}
