using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Oidc;

/// <summary><c>POST /device_authorization</c> (RFC 8628)</summary>
internal static class StartDeviceAuthorization
{
    public static Reply Answer(CentreRequest request, CentreState state)
    {
        if (ClientAuthentication.Of(request, state) is not { } client)
        {
            return OidcError.InvalidClient();
        }

        if (!client.MayUse(GrantTypes.DeviceCode))
        {
            return OidcError.UnauthorizedClient();
        }

        if (request.Text("startUrl") is not { } startUrl || !IsKnown(startUrl, state.Options))
        {
            return OidcError.InvalidRequest("Invalid start url provided");
        }

        var authorization = Start(client, startUrl, state);
        return Reply.Json(new JsonObject
        {
            ["deviceCode"] = authorization.DeviceCode,
            ["userCode"] = authorization.UserCode,
            ["verificationUri"] = $"{state.BaseUrl}/device",
            ["verificationUriComplete"] = $"{state.BaseUrl}/device?user_code={authorization.UserCode}",
            ["expiresIn"] = (long)state.Options.DeviceCodeLife.TotalSeconds,
            ["interval"] = (long)state.Options.PollInterval.TotalSeconds,
        });
    }

    private static DeviceAuthorization Start(Client client, string startUrl, CentreState state)
    {
        var authorization = new DeviceAuthorization(
            state.NewSecret(SecretKind.DeviceCode), Minted.UserCode(), client, startUrl, state.Now + state.Options.DeviceCodeLife);
        state.DeviceAuthorizations.Add(authorization);
        return authorization;
    }

    private static bool IsKnown(string startUrl, CentreOptions options) => options.StartUrls.IsEmpty
        ? startUrl.StartsWith("https://", StringComparison.Ordinal)
        : options.StartUrls.Contains(startUrl);
}
