using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TrayAgent.Act.Roles;

namespace TrayAgent.Cli;

/// <summary>Role credentials as the two readers want them, on one line.</summary>
internal static class CredentialsJson
{
    // Session tokens are full of '+' and '/': valid as they are, and some readers know no escapes.
    private static readonly JsonWriterOptions AsTheyAre = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(RoleKeys keys, CredentialsForm form)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, AsTheyAre))
        {
            json.WriteStartObject();
            if (form == CredentialsForm.Claude)
            {
                json.WriteStartObject("Credentials");
                WriteKeys(json, keys);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNumber("Version", 1);
                WriteKeys(json, keys);
                if (keys.AccountId is { } account)
                {
                    json.WriteString("AccountId", account);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteKeys(Utf8JsonWriter json, RoleKeys keys)
    {
        json.WriteString("AccessKeyId", keys.AccessKeyId);
        json.WriteString("SecretAccessKey", keys.SecretAccessKey);
        json.WriteString("SessionToken", keys.SessionToken);
        json.WriteString("Expiration", keys.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
