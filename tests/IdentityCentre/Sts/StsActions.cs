using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Sts;

/// <summary><c>POST /</c> of STS, by its <c>Action</c></summary>
internal static class StsActions
{
    public static Operation OperationOf(CentreRequest request) => request.Form("Action") switch
    {
        "GetCallerIdentity" => Operation.GetCallerIdentity,
        "AssumeRole" => Operation.AssumeRole,
        _ => Operation.Unknown,
    };

    public static Reply Answer(CentreRequest request, CentreState state)
    {
        var operation = OperationOf(request);
        if (operation == Operation.Unknown)
        {
            return StsError.UnknownAction(request.Form("Action"));
        }

        var (caller, refusal) = Caller.Of(request, state);
        if (caller is null)
        {
            return refusal!;
        }

        return operation == Operation.GetCallerIdentity ? Identity(caller) : AssumeRole.Answer(request, state);
    }

    private static Reply Identity(RoleCredentials caller) => Xml.Result("GetCallerIdentity", $"""
        <Arn>{Xml.Escape(caller.Arn)}</Arn>
        <UserId>{caller.RoleId}:{Xml.Escape(caller.RoleSessionName)}</UserId>
        <Account>{caller.AccountId}</Account>
        """);
}
