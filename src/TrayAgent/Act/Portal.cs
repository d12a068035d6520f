using Amazon.SSO;
using Amazon.SSO.Model;

namespace TrayAgent.Act;

/// <summary>The SSO portal in the name of one token.</summary>
internal sealed class Portal(Endpoints endpoints, string region, TokenSecret token) : IDisposable
{
    private readonly AmazonSSOClient _client = endpoints.Portal(region);

    /// <summary>The cheapest question that only a living portal session gets an answer to.</summary>
    public Task<ServiceAnswer<ListAccountsResponse>> ListAccountsAsync(int maximum, CancellationToken cancellationToken) =>
        ServiceAnswer.AskAsync(
            cancel => _client.ListAccountsAsync(
                new ListAccountsRequest { AccessToken = token.AccessToken, MaxResults = maximum }, cancel),
            cancellationToken);

    public Task<ServiceAnswer<GetRoleCredentialsResponse>> GetRoleCredentialsAsync(
        string account, string role, CancellationToken cancellationToken) =>
        ServiceAnswer.AskAsync(
            cancel => _client.GetRoleCredentialsAsync(
                new GetRoleCredentialsRequest { AccessToken = token.AccessToken, AccountId = account, RoleName = role }, cancel),
            cancellationToken);

    public Task<ServiceAnswer<LogoutResponse>> LogoutAsync(CancellationToken cancellationToken) =>
        ServiceAnswer.AskAsync(
            cancel => _client.LogoutAsync(new LogoutRequest { AccessToken = token.AccessToken }, cancel), cancellationToken);

    public void Dispose() => _client.Dispose();
}
