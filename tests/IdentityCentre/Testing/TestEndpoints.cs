using System.Globalization;
using TrayAgent.Loopback.Http;

namespace TrayAgent.Loopback.Testing;

/// <summary>The same switches over HTTP, for tests that run the identity centre as a process of its own.</summary>
internal sealed class TestEndpoints(IdentityCentre centre)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = await Exchange.ReadAsync(context);
        string? problem;
        try
        {
            problem = Act(request);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            problem = wrong.Message;
        }

        context.Response.StatusCode = problem is null ? 200 : 400;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(problem is null ? TestState.Json(centre) : TestState.Problem(problem));
    }

    /// <summary>Does what the path says; the answer to each of them is the state after it.</summary>
    private string? Act(CentreRequest request) => (request.Method, request.Path) switch
    {
        ("GET", "/test/state") => null,
        ("POST", "/test/approve") => Done(centre.Approve(
            request.Query("user_code") ?? "", request.Query("browser") ?? IdentityCentre.DefaultBrowser)),
        ("POST", "/test/deny") => Done(centre.Deny(request.Query("user_code") ?? "")),
        ("POST", "/test/advance") => Do(() => centre.Clock.Advance(Seconds(request, "seconds"))),
        ("POST", "/test/date-skew") => Do(() => centre.Faults.DateSkew = Seconds(request, "seconds")),
        ("POST", "/test/fault") => Do(() => SetFault(request)),
        ("POST", "/test/faults/release") => Do(centre.Faults.Release),
        ("POST", "/test/faults/clear") => Do(centre.Faults.Clear),
        ("POST", "/test/revoke") => Do(centre.RevokeSessions),
        ("POST", "/test/options") => Do(() => centre.Options = Changed(centre.Options, request)),
        _ => $"'{request.Method} {request.Path}' is not a test endpoint.",
    };

    private void SetFault(CentreRequest request) => centre.Faults.Set(
        Enum.Parse<Operation>(request.Query("operation") ?? "", ignoreCase: true),
        new Fault(Enum.Parse<FaultKind>(request.Query("kind") ?? "", ignoreCase: true))
        {
            Times = int.Parse(request.Query("times") ?? "2147483647", CultureInfo.InvariantCulture),
            Number = long.Parse(request.Query("number") ?? "0", CultureInfo.InvariantCulture),
        });

    private static CentreOptions Changed(CentreOptions options, CentreRequest request) => options with
    {
        AccessTokenLife = Seconds(request, "access_token_life", options.AccessTokenLife),
        LegacyAccessTokenLife = Seconds(request, "legacy_access_token_life", options.LegacyAccessTokenLife),
        PortalSessionLength = Seconds(request, "portal_session_length", options.PortalSessionLength),
        RoleCredentialsLife = Seconds(request, "role_credentials_life", options.RoleCredentialsLife),
        RefreshTokenPolicy = request.Query("refresh_token_policy") is { } policy
            ? Enum.Parse<RefreshTokenPolicy>(policy, ignoreCase: true)
            : options.RefreshTokenPolicy,
    };

    private static TimeSpan Seconds(CentreRequest request, string name, TimeSpan absent = default) =>
        request.Query(name) is { } text
            ? TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture))
            : absent;

    private static string? Done(bool found) => found ? null : "No sign-in with this user code waits.";

    private static string? Do(Action action)
    {
        action();
        return null;
    }
}
