using System.Net;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.Log;
using TrayAgent.Loopback.Pages;
using TrayAgent.Loopback.State;
using TrayAgent.Loopback.Testing;

namespace TrayAgent.Loopback;

/// <summary>
/// A stand-in on 127.0.0.1 for IAM Identity Center: sso-oidc, the access portal with its sign-in pages, and STS.
/// </summary>
public sealed class IdentityCentre : IAsyncDisposable
{
    /// <summary>The browser that <see cref="Approve"/> stands for unless another is named.</summary>
    public const string DefaultBrowser = "default";

    private readonly WebApplication _web;
    private readonly CentreState _state;
    private readonly CentreLog _log = new();

    private IdentityCentre(CentreOptions options)
    {
        _state = new CentreState(options, Clock);
        _web = Build(options.Port);
        var exchange = new Exchange(_state, Faults, _log);
        var tests = new TestEndpoints(this);
        _web.Run(context => context.Request.Path.StartsWithSegments("/test", StringComparison.Ordinal)
            ? tests.HandleAsync(context)
            : exchange.HandleAsync(context));
    }

    public static async Task<IdentityCentre> StartAsync(CentreOptions? options = null)
    {
        var centre = new IdentityCentre(options ?? new CentreOptions());
        await centre._web.StartAsync();
        centre._state.BaseUrl = centre._web.Urls.Single();
        return centre;
    }

    /// <summary><c>http://127.0.0.1:port</c>, without a slash at its end</summary>
    public string BaseUrl => _state.BaseUrl;

    public CentreClock Clock { get; } = new();

    public FaultSwitches Faults { get; } = new();

    /// <summary>What is granted from now on; may be changed at any time.</summary>
    public CentreOptions Options
    {
        get => Locked(() => _state.Options);
        set => Locked(() => _state.Options = value);
    }

    public IReadOnlyList<CentreEvent> Events => _log.Events;

    /// <summary>How often a refresh token came that had been exchanged before.</summary>
    public int RefreshTokenReuses => Locked(() => _state.RefreshTokenReuses);

    /// <summary>How many live sessions the punishing policy has ended.</summary>
    public int SessionsLostByReuse => Sessions.Count(session => session.EndedBy == SessionEnd.RefreshTokenReuse);

    public IReadOnlyList<PortalSessionView> Sessions => Locked(() => _state.Sessions.ConvertAll(View));

    public IReadOnlyList<PortalSessionView> LiveSessions => [.. Sessions.Where(session => session.IsLive)];

    /// <summary>Every secret ever given out or shown, to look for in logs and messages.</summary>
    public IReadOnlyCollection<KnownSecret> Secrets => [.. _state.Secrets];

    public IReadOnlyList<PendingSignIn> PendingSignIns => Locked(() =>
        _state.DeviceAuthorizations.FindAll(it => it.IsPending(_state.Now)).ConvertAll(View));

    public IReadOnlyList<string> PendingUserCodes => [.. PendingSignIns.Select(it => it.UserCode)];

    /// <summary>How many requests for this operation have arrived, answered or not.</summary>
    public int Requests(Operation operation) => _log.Requests(operation);

    /// <summary>Approves as a browser would; false when no sign-in with this user code waits.</summary>
    public bool Approve(string userCode, string browser = DefaultBrowser) =>
        Decide(userCode, it => DevicePage.Approve(it, browser, null, _state));

    public bool Deny(string userCode) => Decide(userCode, DevicePage.Deny);

    /// <summary>Waits for a sign-in to ask for approval.</summary>
    public async Task<PendingSignIn> NextSignInAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<PendingSignIn> pending = [];
        await UntilAsync(() => (pending = PendingSignIns).Count > 0, cancellationToken);
        return pending[0];
    }

    /// <summary>Waits until the condition holds; it is looked at after every request, answer and decision.</summary>
    public Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken) =>
        _log.UntilAsync(condition, cancellationToken);

    /// <summary>Ends every live portal session, as an administrator would.</summary>
    public void RevokeSessions()
    {
        _state.EndLiveSessions(SessionEnd.Revoked);
        _log.Signal();
    }

    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        await _web.DisposeAsync();
    }

    private bool Decide(string userCode, Func<DeviceAuthorization, Reply> decision)
    {
        var found = Locked(() =>
        {
            var authorization = DevicePage.Pending(userCode, _state);
            if (authorization is not null)
            {
                decision(authorization);
            }

            return authorization is not null;
        });
        _log.Signal();
        return found;
    }

    private PortalSessionView View(PortalSession session) =>
        new(session.Number, session.StartUrl, session.UserName)
        {
            StartedAt = session.StartedAt,
            EndsAt = session.EndsAt,
            IsLive = session.IsLive(_state.Now),
            EndedBy = session.EndedBy,
            Refreshes = session.Refreshes,
            Reuses = session.Reuses,
        };

    private PendingSignIn View(DeviceAuthorization it) =>
        new(it.UserCode, it.Client.Name, it.StartUrl, new Uri($"{BaseUrl}/device?user_code={it.UserCode}"));

    private T Locked<T>(Func<T> read)
    {
        lock (_state.Gate)
        {
            return read();
        }
    }

    private static WebApplication Build(int port)
    {
        // Empty: no configuration files, no environment, no logging. Only this code decides where it listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }
}
