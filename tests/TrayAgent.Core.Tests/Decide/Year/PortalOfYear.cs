using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Decide.Year;

/// <summary>The truth about one session, which the agent can only learn by asking.</summary>
internal sealed class PortalOfYear(string name, TimeSpan length)
{
    private static readonly TimeSpan RegistrationLife = TimeSpan.FromDays(90);

    private int _tokens;

    public string Name => name;

    public TimeSpan Length => length;

    public SsoToken Token { get; private set; } = new() { ExpiresAt = DateTimeOffset.MinValue, Fingerprint = "" };

    public DateTimeOffset EndsAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The person was told, and has not signed in since.</summary>
    public bool IsAnnounced { get; set; }

    public DateTimeOffset LastCall { get; set; } = DateTimeOffset.MinValue;

    public int Calls { get; set; }

    public int SignIns { get; private set; }

    public bool IsOver(DateTimeOffset now) => EndsAt <= now || Token.RegistrationExpiresAt <= now;

    /// <summary>As AWS does: a living portal session is not started anew, and a living registration is used again.</summary>
    public void SignIn(DateTimeOffset now)
    {
        SignIns++;
        IsAnnounced = false;
        EndsAt = EndsAt > now ? EndsAt : now + length;
        NewToken(now, Token.RegistrationExpiresAt > now ? Token.RegistrationExpiresAt.Value : now + RegistrationLife);
    }

    public void Refresh(DateTimeOffset now) => NewToken(now, Token.RegistrationExpiresAt!.Value);

    private void NewToken(DateTimeOffset now, DateTimeOffset registrationEnd) => Token = new SsoToken
    {
        ExpiresAt = now.AddHours(1),
        Fingerprint = SsoToken.FingerprintOf($"{name} {_tokens++}"),
        HasRefreshToken = true,
        HasClient = true,
        RegistrationExpiresAt = registrationEnd,
    };
}
