using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Portal;

/// <summary><c>POST /logout</c>: ends the one portal session that the token belongs to.</summary>
internal static class Logout
{
    public static Reply Answer(CentreRequest request, CentreState state)
    {
        if (BearerToken.SessionOf(request, state) is not { } session)
        {
            return PortalError.Unauthorized();
        }

        session.End(SessionEnd.Logout);
        return new Reply(200, "application/json", "");
    }
}
