using TrayAgent.Loopback.Oidc;
using TrayAgent.Loopback.Pages;
using TrayAgent.Loopback.Portal;
using TrayAgent.Loopback.State;
using TrayAgent.Loopback.Sts;

namespace TrayAgent.Loopback.Http;

internal delegate Reply Handler(CentreRequest request, CentreState state);

/// <summary>Which operation a request is, and who answers it.</summary>
internal static class Routes
{
    public static (Operation Operation, Handler Handler) Of(CentreRequest request) =>
        (request.Method, request.Path) switch
        {
            ("POST", "/client/register") => (Operation.RegisterClient, RegisterClient.Answer),
            ("POST", "/device_authorization") => (Operation.StartDeviceAuthorization, StartDeviceAuthorization.Answer),
            ("POST", "/token") => (CreateToken.OperationOf(request), CreateToken.Answer),
            ("GET", "/authorize") => (Operation.Authorize, AuthorizePage.Show),
            ("POST", "/authorize") => (Operation.Authorize, AuthorizePage.Decide),
            ("GET", "/device") => (Operation.DevicePage, DevicePage.Show),
            ("POST", "/device") => (Operation.DevicePage, DevicePage.Decide),
            ("GET", "/start") => (Operation.StartPage, StartPage.Show),
            ("POST", "/start") => (Operation.StartPage, StartPage.SignOut),
            ("GET", "/federation/credentials") => (Operation.GetRoleCredentials, GetRoleCredentials.Answer),
            ("GET", "/assignment/accounts") => (Operation.ListAccounts, ListAccounts.Answer),
            ("GET", "/assignment/roles") => (Operation.ListAccountRoles, ListAccountRoles.Answer),
            ("POST", "/logout") => (Operation.Logout, Logout.Answer),
            ("POST", "/") => (StsActions.OperationOf(request), StsActions.Answer),
            _ => (Operation.Unknown, NotFound),
        };

    private static Reply NotFound(CentreRequest request, CentreState state) =>
        new(404, "text/plain", "There is nothing here.") { Outcome = "not found" };
}
