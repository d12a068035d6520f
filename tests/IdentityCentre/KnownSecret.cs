namespace TrayAgent.Loopback;

/// <summary>A secret that the identity centre gave out or was shown; it prints as <c>***</c>.</summary>
public sealed record KnownSecret(SecretKind Kind, string Value)
{
    /// <summary>
    /// Stands again and again in every secret of the kind that is made here, so that any part of one is found that is not very
    /// short. In capitals without I and O: nothing else looks like it.
    /// </summary>
    public static string? MarkOf(SecretKind kind) => kind switch
    {
        SecretKind.AccessToken => "QXACCTKXQ",
        SecretKind.RefreshToken => "QXREFRKXQ",
        SecretKind.ClientSecret => "QXCLSECXQ",
        SecretKind.DeviceCode => "QXDEVCDXQ",
        SecretKind.AuthorizationCode => "QXAUTHCXQ",
        SecretKind.SecretAccessKey => "QXSECKYXQ",
        SecretKind.SessionToken => "QXSESTKXQ",
        _ => null,
    };

    public override string ToString() => $"{Kind} ***";
}
