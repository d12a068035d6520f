using TrayAgent.Act.Oidc;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act.Setup;

/// <summary>Gets a token for a session that may stand in no file yet, and leaves nothing behind.</summary>
/// <remarks>
/// Never by the AWS CLI, which writes the token at once. No lock either, which would be a file; but while another process of ours
/// signs in to the session, its end is waited for.
/// </remarks>
internal sealed class SetupSignIn(AwsPaths paths, SignInRequest request, OidcFlows flows, TimeProvider time)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>So that it does not end between two questions.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(5);

    private readonly TokenFile _file = new(paths, request.Session, time);
    private readonly SignInFiles _others = new(paths, request.Session, time);

    private SsoSession Session => request.Session;

    /// <summary>The one in the token cache, if it is this session's and does all that one of a new sign-in would; else null.</summary>
    public async Task<SetupToken.Found?> FindAsync(Action waits, CancellationToken stop)
    {
        await WaitForOthersAsync(waits, stop);
        return await _file.ReadSettledAsync(stop) is { HasRefreshToken: true } token
            && token.Fields.StartUrl == Session.StartUrl && token.Fields.Region == Session.Region
            && token.ExpiresAt - Enough > time.GetUtcNow() && !request.Refused.Contains(token.Fingerprint)
            ? new SetupToken.Found(token)
            : null;
    }

    /// <summary>A new one, or a sentence that says why there is none.</summary>
    public async Task<(SetupToken.Held? Token, string? Failure)> SignInAsync(CancellationToken stop)
    {
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

    private async Task WaitForOthersAsync(Action waits, CancellationToken stop)
    {
        while (_others.IsHeld)
        {
            waits();
            await Task.Delay(PollEvery, time, stop);
        }
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
