using TrayAgent.Act.Oidc;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act.Setup;

/// <summary>Gets a token for a session that may stand in no file yet, and leaves nothing behind.</summary>
/// <remarks>
/// Never by the AWS CLI, which writes the token at once. From the sign-in to the end of the set-up no other process of ours signs in to
/// the session: the token is in memory only, so that one would open a second page. The lock is taken away again.
/// </remarks>
internal sealed class SetupSignIn(AwsPaths paths, SignInRequest request, OidcFlows flows, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>So that it does not end between two questions.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(5);

    private readonly TokenFile _file = new(paths, request.Session, time);
    private readonly SignInFiles _others = new(paths, request.Session, time);

    private SsoSession Session => request.Session;

    private TracelessLock? _turn;
    private string? _known;

    /// <summary>The one in the token cache, if it is this session's and does all that one of a new sign-in would; else null.</summary>
    public async Task<SetupToken.Found?> FindAsync(Action waits, CancellationToken stop)
    {
        while (_others.IsHeld)
        {
            waits();
            await Task.Delay(PollEvery, time, stop);
        }

        return await FindAsync(stop);
    }

    /// <summary>A new one, or that of another process which was just signing in; or a sentence that says why there is none.</summary>
    public async Task<(SetupToken? Token, string? Failure)> SignInAsync(Action waits, CancellationToken stop)
    {
        if (await HasWaitedAsync(waits, stop) && await FindAsync(stop) is { } theirs)
        {
            Dispose();
            return (theirs, null);
        }

        var registration = new HeldRegistration(new StoredRegistration(paths, Session, time));
        var isFirst = !_file.Exists;
        switch (await flows.RunAsync(request, registration, stop))
        {
            case FlowEnd.Token(var fields) when Secret(fields) is { } secret:
                return (new SetupToken.Held(secret, fields, registration) { StartedPortalSession = isFirst }, null);

            case FlowEnd.Token:
                return (null, $"AWS gave a token for '{Session.Name}' that cannot be used. Sign in again.");

            case FlowEnd.Failed(var text):
                return (null, text);

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>When the token is written, or forgotten.</summary>
    public void Dispose()
    {
        _turn?.Dispose();
        _turn = null;
    }

    /// <summary>For our turn, while others had theirs.</summary>
    private async Task<bool> HasWaitedAsync(Action waits, CancellationToken stop)
    {
        try
        {
            for (var hasWaited = false; ; hasWaited = true)
            {
                _turn ??= _others.TryLockTraceless();
                if (_turn is not null)
                {
                    return hasWaited;
                }

                waits();
                await Task.Delay(PollEvery, time, stop);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Where no lock can be made, nobody else has one; that nothing can be written there is said when it is to be.
            return false;
        }
    }

    /// <summary>Not the one that was looked at before, which AWS has refused since.</summary>
    private async Task<SetupToken.Found?> FindAsync(CancellationToken stop)
    {
        if (await _file.ReadSettledAsync(stop) is { HasRefreshToken: true } token
            && token.Fields.StartUrl == Session.StartUrl && token.Fields.Region == Session.Region
            && token.ExpiresAt - Enough > time.GetUtcNow() && !request.Refused.Contains(token.Fingerprint)
            && token.Fingerprint != _known)
        {
            _known = token.Fingerprint;
            return new SetupToken.Found(token);
        }

        return null;
    }

    /// <summary>As it would be read from its file.</summary>
    private TokenSecret? Secret(TokenFields fields)
    {
        var bytes = TokenText.Compose(fields);
        var now = time.GetUtcNow();
        return CacheFileParser.Parse(Session.CacheFileName, now, null, bytes, now) is CacheFile.Token token
            ? new TokenSecret(fields, token.Content, bytes)
            : null;
    }
}
