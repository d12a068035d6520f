using Amazon.SSO;
using Amazon.SSO.Model;
using TrayAgent.Act.Tokens;

namespace TrayAgent.Act.Aws;

/// <summary>The SSO portal in the name of one token.</summary>
internal sealed class Portal(Endpoints endpoints, string region, TokenSecret token) : IDisposable
{
    private const int LargestPage = 100;

    private readonly AmazonSSOClient _client = endpoints.Portal(region);

    /// <summary>The cheapest question that only a living portal session gets an answer to.</summary>
    public Task<ServiceAnswer<ListAccountsResponse>> ListAccountsAsync(int maximum, CancellationToken cancellationToken) =>
        ServiceAnswer.AskAsync(
            cancel => _client.ListAccountsAsync(
                new ListAccountsRequest { AccessToken = token.AccessToken, MaxResults = maximum }, cancel),
            cancellationToken);

    /// <summary>One page of them.</summary>
    /// <param name="next">What the page before gave; null for the first.</param>
    public Task<ServiceAnswer<ListAccountsResponse>> ListAccountsAsync(string? next, CancellationToken cancellationToken) =>
        ServiceAnswer.AskAsync(
            cancel => _client.ListAccountsAsync(
                new ListAccountsRequest { AccessToken = token.AccessToken, MaxResults = LargestPage, NextToken = next }, cancel),
            cancellationToken);

    /// <inheritdoc cref="ListAccountsAsync(string?, CancellationToken)"/>
    public Task<ServiceAnswer<ListAccountRolesResponse>> ListAccountRolesAsync(
        string account, string? next, CancellationToken cancellationToken) =>
        ServiceAnswer.AskAsync(
            cancel => _client.ListAccountRolesAsync(
                new ListAccountRolesRequest { AccessToken = token.AccessToken, AccountId = account, MaxResults = LargestPage, NextToken = next },
                cancel),
            cancellationToken);

    public Task<ServiceAnswer<GetRoleCredentialsResponse>> GetRoleCredentialsAsync(
        string account, string role, CancellationToken cancellationToken) =>
        ServiceAnswer.AskAsync(
            cancel => _client.GetRoleCredentialsAsync(
                new GetRoleCredentialsRequest { AccessToken = token.AccessToken, AccountId = account, RoleName = role }, cancel),
            cancellationToken);

    /// <summary>
    /// Ends the portal session, and says how it stands afterwards: the service may have done it although its answer was lost.
    /// Cannot be cancelled: nobody would know on which side of the end the session is.
    /// </summary>
    /// <returns>
    /// <see cref="PortalSession.Over"/> with <see cref="ServiceFault.Refused"/> when it was over before;
    /// what went wrong with <see cref="PortalSession.Alive"/> and <see cref="PortalSession.Unknown"/>.
    /// </returns>
    public async Task<(PortalSession Now, ServiceFault Fault)> EndAsync()
    {
        var answer = await ServiceAnswer.AskAsync(
            cancel => _client.LogoutAsync(new LogoutRequest { AccessToken = token.AccessToken }, cancel), CancellationToken.None);
        if (answer.Fault is ServiceFault.None or ServiceFault.Refused)
        {
            return (PortalSession.Over, answer.Fault);
        }

        return (await ListAccountsAsync(maximum: 1, CancellationToken.None)).Fault switch
        {
            ServiceFault.None => (PortalSession.Alive, answer.Fault),
            ServiceFault.Refused => (PortalSession.Over, ServiceFault.None),
            _ => (PortalSession.Unknown, answer.Fault),
        };
    }

    public void Dispose() => _client.Dispose();
}
