using System.Collections.Frozen;

namespace TrayAgent.Core.Facts.Secrets;

/// <summary>Whether a name of a variable, a JSON member, a header or a config key says that its value is a secret.</summary>
public static class SecretName
{
    /// <summary>What stands for such a value wherever it would be shown.</summary>
    public const string Mask = "***";

    /// <summary>Counted as whole words, so that <c>MAX_THINKING_TOKENS</c> and <c>keybindings</c> are none.</summary>
    private static readonly FrozenSet<string> Words = new[]
    {
        "TOKEN", "SECRET", "SECRETS", "PASSWORD", "PASSWORDS", "PASSWD", "PWD", "PASS", "PASSPHRASE", "PASSCODE", "PIN", "KEY", "APIKEY", "APIKEYS",
        "PAT", "BEARER", "CREDENTIALS", "COOKIE", "COOKIES", "AUTHORIZATION", "SIGNATURE", "HEADERS", "JWT", "NONCE", "OTP",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Also at the end of a word that nothing divides, as in <c>PGPASSWORD</c>.</summary>
    private static readonly string[] Endings = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "APIKEY"];

    public static bool IsSecret(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetterOrDigit(name[i]) || BeginsWord(name, i))
            {
                if (IsSecretWord(name[start..i].Trim('_', '-', '.', ' ', ':', '/').ToUpperInvariant()))
                {
                    return true;
                }

                start = i;
            }
        }

        return false;
    }

    private static bool IsSecretWord(string word) =>
        Words.Contains(word) || Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>In <c>apiKey</c> and in <c>AWSToken</c>: a capital after a small letter, or before one.</summary>
    private static bool BeginsWord(string name, int at) =>
        char.IsUpper(name[at])
        && (char.IsLower(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]) && char.IsUpper(name[at - 1])));
}
