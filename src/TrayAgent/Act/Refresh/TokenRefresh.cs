using Amazon.Runtime;
using Amazon.SSOOIDC.Model;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Refresh;

/// <summary>
/// Exchanges the token of one session for a new one without a person (rules R1, R2, R6, R7): one of our processes at a time,
/// never while another tool may be at it, never without a place for the new token, and nothing is lost whatever happens.
/// </summary>
internal sealed class TokenRefresh(AwsPaths paths, Endpoints endpoints, SsoSession session, TimeProvider time)
{
    /// <summary>The service is not asked more often about one session, whoever wants it.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly TokenFile _tokens = new(paths, session, time);
    private readonly RefreshFiles _files = new(paths, session, time);
    private readonly RefreshWords _words = new(session);

    /// <param name="due">Fingerprint of the token that was judged to be due; any other that is good will do.</param>
    /// <param name="stop">Is obeyed until the service is asked; from then on the end is near and must be waited for.</param>
    /// <exception cref="OperationCanceledException">Nothing was asked.</exception>
    public async Task<RefreshOutcome> RefreshAsync(string? due, CancellationToken stop)
    {
        try
        {
            using var turn = await LockAsync(stop);
            return turn is null ? _words.Busy() : await RefreshAsync(turn, due, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return _words.NotWritten(due, e);
        }
    }

    /// <inheritdoc cref="RefreshFiles.LockAsync"/>
    public Task<FileLock?> LockAsync(CancellationToken stop) => _files.LockAsync(stop);

    /// <summary>As above, by one who keeps the lock afterwards.</summary>
    /// <param name="turn">Of <see cref="LockAsync"/>: only to show that it is held.</param>
    public async Task<RefreshOutcome> RefreshAsync(FileLock turn, string? due, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(turn);
        try
        {
            return await RefreshLockedAsync(due, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return _words.NotWritten(due, e);
        }
    }

    private async Task<RefreshOutcome> RefreshLockedAsync(string? due, CancellationToken stop)
    {
        if (await _tokens.ReadSettledAsync(stop) is not { } token)
        {
            return _tokens.Exists ? _words.Unreadable(_tokens.FullName) : _words.SignedOut(due);
        }

        var now = time.GetUtcNow();
        return token.Fingerprint != due && token.ExpiresAt > now ? _words.FoundFresh(token)
            : token.Fields is not { RefreshToken: not null, ClientId: not null, ClientSecret: not null } ? _words.NotRefreshable(token)
            : Endpoints.ObstacleOf(Region(token), session.Name) is { } obstacle ? _words.Impossible(token, obstacle)
            : WaitFor(token) ?? await new OthersTurn(_tokens, time).WatchAsync(token, stop) switch
            {
                { } theirs => _words.FoundFresh(theirs) with { Fingerprint = token.Fingerprint },
                null => await ExchangeAsync(token),
            };
    }

    private string? Region(TokenSecret token) => token.Region ?? session.Region;

    private RefreshOutcome? WaitFor(TokenSecret token) => _files.RecentAttempt() is (_, var result) ? _words.Waited(token, result) : null;

    private async Task<RefreshOutcome> ExchangeAsync(TokenSecret token)
    {
        TemporaryNames.Sweep(paths.SsoCache, time.GetUtcNow());
        using var pending = _tokens.Reserve();
        var askedAt = time.GetUtcNow();
        var unanswered = _files.LastAttempt() is (_, RefreshResult.Unreachable);
        _files.Remember(askedAt, RefreshResult.Unreachable);
        var answers = new WholeAnswers();
        var outcome = await AskAsync(token, pending, askedAt, answers) with
        {
            Fingerprint = token.Fingerprint,
            FollowsUnanswered = unanswered,
            ClockSkew = answers.Date - time.GetUtcNow(),
        };
        try
        {
            _files.Remember(askedAt, outcome.Result);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What happened happened, also when it cannot be noted any more.
        }

        return outcome;
    }

    private async Task<RefreshOutcome> AskAsync(TokenSecret token, PendingWrite pending, DateTimeOffset askedAt, WholeAnswers answers)
    {
        var answer = await CreateTokenAsync(token.Fields, Region(token)!, answers);
        if (answer.Value is { } value && RefreshedToken.From(value, token.Fields, askedAt) is { } fresh)
        {
            return await StoreAsync(pending, token, fresh);
        }

        return answer.Fault is OidcFault.InvalidGrant or OidcFault.ExpiredToken or OidcFault.AccessDenied
            && await new OthersTurn(_tokens, time).AfterRefusalAsync(token) is { } theirs
                ? _words.FoundFresh(theirs)
                : _words.Failed(token, answer.Fault);
    }

    private async Task<OidcAnswer<CreateTokenResponse>> CreateTokenAsync(TokenFields fields, string region, WholeAnswers answers)
    {
        using var oidc = endpoints.Oidc(region, answers);
        var request = new CreateTokenRequest
        {
            GrantType = "refresh_token",
            ClientId = fields.ClientId,
            ClientSecret = fields.ClientSecret,
            RefreshToken = fields.RefreshToken,
        };
        return await OidcAnswer.AskAsync(
            async cancel =>
            {
                try
                {
                    return await oidc.CreateTokenAsync(request, cancel);
                }
                catch (AmazonUnmarshallingException) when (SalvagedAnswer.Of(answers.Last) is { } salvaged)
                {
                    return salvaged;
                }
            },
            CancellationToken.None);
    }

    private async Task<RefreshOutcome> StoreAsync(PendingWrite pending, TokenSecret spent, TokenFields fresh)
    {
        try
        {
            return await new TokenStore(_tokens, time).PutAsync(pending, spent, fresh) switch
            {
                WriteResult.Kept when _tokens.Read() is { } theirs => _words.FoundFresh(theirs),
                WriteResult.Kept => _words.SignedOut(spent.Fingerprint),
                WriteResult.Unconfirmed =>
                    _words.Refreshed(fresh, "the disk did not confirm it, so a power cut may bring the old token back"),
                _ => _words.Refreshed(fresh, null),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return _words.NotStored(spent, e);
        }
    }
}
