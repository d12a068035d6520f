using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TrayAgent.Loopback.State;

/// <summary>Makes identifiers and secrets in the forms that AWS gives them.</summary>
internal static class Minted
{
    // No vowels and nothing that reads like something else, as in the service's own user codes.
    private const string UserCodeLetters = "BCDFGHJKLMNPQRSTVWXZ";
    private const string KeyLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>No secret, but as hard to guess.</summary>
    public static string Identifier(string prefix) => prefix + Random() + Random() + Random() + Random();

    /// <summary>Marked between its random parts, so that a cut one is known by its mark, too.</summary>
    public static string Secret(SecretKind kind)
    {
        var mark = KnownSecret.MarkOf(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "A client makes these.");
        return Beginning(kind) + string.Join(mark, Random(), Random(), Random(), Random(), Random());
    }

    public static string AccessKeyId() => "ASIA" + RandomNumberGenerator.GetString(KeyLetters, 16);

    public static string UserCode() =>
        RandomNumberGenerator.GetString(UserCodeLetters, 4) + "-" + RandomNumberGenerator.GetString(UserCodeLetters, 4);

    private static string Beginning(SecretKind kind) => kind switch
    {
        SecretKind.AccessToken => "aoa",
        SecretKind.RefreshToken => "aor",
        SecretKind.SessionToken => "IQoJ",
        _ => "",
    };

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));

    public static string StableId(string of)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(of));
        return string.Concat(hash.Take(17).Select(b => KeyLetters[b % KeyLetters.Length]));
    }
}
