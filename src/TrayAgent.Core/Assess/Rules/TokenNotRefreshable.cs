using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A session that could be refreshed in silence has a token that cannot.</summary>
internal static class TokenNotRefreshable
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Mattering
        .Where(status => status is { Token: not null, Session.Kind: SessionKind.SsoSession })
        .SelectMany(status => status switch
        {
            { IsRefreshable: true, Failure: { Obstacle: RefreshObstacle.NotWritable } failure } =>
                new[] { NotWritable(status, failure, judged) },
            { IsRefreshable: false, State: SessionState.Valid or SessionState.SignInNeeded } =>
                [Lasting(status, Reason(status, judged.Now))],
            _ => [],
        });

    /// <summary>It heals by itself as soon as the file can be written. No other finding is the cause, so none hides it.</summary>
    private static Found NotWritable(SessionStatus status, RefreshFailure failure, Judged judged) => new(new Finding(
        FindingCodes.TokenNotRefreshable,
        Severity.Warning,
        status.Name,
        $"The token of '{status.Name}' cannot be refreshed, because its file cannot be written: {failure.Text}",
        Remedy.Advice($"Make room for '{CachePath.Of(judged.Snapshot, status.Session.CacheFileName)}', or let your user write it.")));

    private static Found Lasting(SessionStatus status, string reason) => new(new Finding(
        FindingCodes.TokenNotRefreshable,
        Severity.Warning,
        status.Name,
        $"The token of '{status.Name}' cannot be refreshed: {reason}.",
        Remedies.Renew(status.Session)))
    {
        Session = status.Name,
    };

    private static string Reason(SessionStatus status, DateTimeOffset now) => status.Token switch
    {
        { HasRefreshToken: false } => "it has no refresh token",
        { HasClient: false } => "it has no client registration",
        { RegistrationExpiresAt: null } => "it does not say when its client registration ends",
        { RegistrationExpiresAt: { } end } when end <= now => "its client registration has ended",
        _ when status.Failure is { Obstacle: RefreshObstacle.ClientRefused } =>
            "AWS does not know its client registration any more",
        _ => "AWS refused it",
    };
}
