using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A session that could be refreshed in silence has a token that cannot.</summary>
internal static class TokenNotRefreshable
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Mattering
        .Where(status => status is { Token: not null, IsRefreshable: false, Session.Kind: SessionKind.SsoSession })
        .Where(status => status.State is SessionState.Valid or SessionState.SignInNeeded)
        .Select(status => new Found(new Finding(
            FindingCodes.TokenNotRefreshable,
            Severity.Warning,
            status.Name,
            $"The token of '{status.Name}' cannot be refreshed: {Reason(status.Token!, judged.Now)}.",
            Remedies.Renew(status.Session)))
        {
            Session = status.Name,
        });

    private static string Reason(SsoToken token, DateTimeOffset now) => token switch
    {
        { HasRefreshToken: false } => "it has no refresh token",
        { HasClient: false } => "it has no client registration",
        { RegistrationExpiresAt: null } => "it does not say when its client registration ends",
        { RegistrationExpiresAt: { } end } when end <= now => "its client registration has ended",
        _ => "AWS refused it",
    };
}
