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

    public static string Secret(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48));

    public static string AccessKeyId() => "ASIA" + RandomNumberGenerator.GetString(KeyLetters, 16);

    public static string UserCode() =>
        RandomNumberGenerator.GetString(UserCodeLetters, 4) + "-" + RandomNumberGenerator.GetString(UserCodeLetters, 4);

    public static string StableId(string of)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(of));
        return string.Concat(hash.Take(17).Select(b => KeyLetters[b % KeyLetters.Length]));
    }
}
