using System.Text.RegularExpressions;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Sts;

/// <summary>Who signed a request; the session token is compared, the signature is not checked.</summary>
internal static partial class Caller
{
    /// <summary>The credentials of the caller, or the refusal.</summary>
    public static (RoleCredentials? Credentials, Reply? Refusal) Of(CentreRequest request, CentreState state)
    {
        var match = Credential().Match(request.Header("Authorization") ?? "");
        if (!match.Success)
        {
            return (null, StsError.Unsigned());
        }

        var credentials = state.RoleCredentials.GetValueOrDefault(match.Groups["key"].Value);
        if (credentials is null || request.Header("X-Amz-Security-Token") != credentials.SessionToken)
        {
            return (null, StsError.Invalid());
        }

        return state.Now < credentials.Expiration ? (credentials, null) : (null, StsError.Expired());
    }

    [GeneratedRegex("^AWS4-HMAC-SHA256 Credential=(?<key>[A-Z0-9]+)/")]
    private static partial Regex Credential();
}
