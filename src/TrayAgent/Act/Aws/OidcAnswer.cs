using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;

namespace TrayAgent.Act.Aws;

/// <summary>An answer of AWS SSO OIDC, or why there is none; no exception text gets out, it may hold the whole HTTP body.</summary>
internal readonly record struct OidcAnswer<T>(T? Value, OidcFault Fault)
    where T : class
{
    /// <summary>The value may hold secrets.</summary>
    public override string ToString() => Fault.ToString();
}

/// <summary>Asks AWS SSO OIDC and sorts what goes wrong.</summary>
internal static class OidcAnswer
{
    public static async Task<OidcAnswer<T>> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        OidcFault? refused = null;
        var answer = await ServiceAnswer.AskAsync(
            async cancel =>
            {
                try
                {
                    return await ask(cancel);
                }
                catch (AmazonSSOOIDCException e)
                {
                    refused = Sort(e);
                    throw;
                }
            },
            cancellationToken);
        return new OidcAnswer<T>(answer.Value, refused ?? Sort(answer.Fault));
    }

    /// <summary>Null when only the status says something.</summary>
    private static OidcFault? Sort(AmazonSSOOIDCException e) => e switch
    {
        AuthorizationPendingException => OidcFault.AuthorizationPending,
        SlowDownException => OidcFault.SlowDown,
        ExpiredTokenException => OidcFault.ExpiredToken,
        AccessDeniedException => OidcFault.AccessDenied,
        InvalidGrantException => OidcFault.InvalidGrant,
        InvalidClientException => OidcFault.InvalidClient,
        UnauthorizedClientException => OidcFault.UnauthorizedClient,
        InvalidRequestException => OidcFault.InvalidRequest,
        InvalidScopeException => OidcFault.InvalidScope,
        _ => null,
    };

    private static OidcFault Sort(ServiceFault fault) => fault switch
    {
        ServiceFault.None => OidcFault.None,
        ServiceFault.Throttled => OidcFault.Throttled,
        ServiceFault.Failing => OidcFault.Failing,
        ServiceFault.Unreachable => OidcFault.Unreachable,
        _ => OidcFault.Unexpected,
    };
}
