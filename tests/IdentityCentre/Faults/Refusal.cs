using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.Oidc;
using TrayAgent.Loopback.Portal;
using TrayAgent.Loopback.Sts;

namespace TrayAgent.Loopback.Faults;

/// <summary>The error that a fault gives instead of an answer, in the words of the service that was asked.</summary>
internal static class Refusal
{
    public static Reply? For(FaultKind kind, Operation operation) => kind switch
    {
        FaultKind.Throttle => Pick(operation, OidcError.Throttled, PortalError.Throttled, StsError.Throttled),
        FaultKind.ServerError or FaultKind.ServerErrorAfterWork =>
            Pick(operation, OidcError.InternalServer, PortalError.InternalServer, StsError.InternalServer),
        FaultKind.InvalidGrant => OidcError.InvalidGrant("Invalid refresh token provided"),
        FaultKind.Unauthorized => Pick(operation, OidcError.InvalidClient, PortalError.Unauthorized, StsError.Invalid),
        _ => null,
    };

    private static Reply Pick(Operation operation, Func<Reply> oidc, Func<Reply> portal, Func<Reply> sts) =>
        operation switch
        {
            Operation.GetCallerIdentity or Operation.AssumeRole => sts(),
            Operation.GetRoleCredentials or Operation.ListAccounts or Operation.ListAccountRoles
                or Operation.Logout => portal(),
            _ => oidc(),
        };
}
