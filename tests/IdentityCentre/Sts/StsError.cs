using TrayAgent.Loopback.Http;

namespace TrayAgent.Loopback.Sts;

internal static class StsError
{
    public static Reply Expired() =>
        Reply(403, "ExpiredToken", "The security token included in the request is expired");

    public static Reply Invalid() =>
        Reply(403, "InvalidClientTokenId", "The security token included in the request is invalid.");

    public static Reply Unsigned() =>
        Reply(403, "MissingAuthenticationToken", "Request is missing Authentication Token");

    public static Reply UnknownAction(string? action) =>
        Reply(400, "InvalidAction", $"Could not find operation {action} for version 2011-06-15");

    public static Reply Validation(string message) => Reply(400, "ValidationError", message);

    public static Reply Throttled() => Reply(429, "Throttling", "Rate exceeded");

    public static Reply InternalServer() => Reply(500, "InternalFailure", "An internal error occurred");

    private static Reply Reply(int status, string code, string message) => new(status, "text/xml", $"""
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{Xml.Escape(message)}</Message></Error>
          <RequestId>{Guid.NewGuid()}</RequestId>
        </ErrorResponse>
        """)
    { Outcome = code };
}
