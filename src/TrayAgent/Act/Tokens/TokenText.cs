using System.Globalization;
using System.Text;
using System.Text.Json;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Tokens;

/// <summary>The bytes of a token file as the AWS CLI writes them, so that every other tool can read it.</summary>
/// <remarks>
/// https://github.com/aws/aws-cli/blob/v2/awscli/botocore/utils.py (JSONFileCache): ASCII on one line, this order, no byte order
/// mark, no line feed. What is missing is left out: a null stops the Go SDK, and botocore 15 minutes before the end.
/// </remarks>
internal static class TokenText
{
    private static readonly string[] Known =
    [
        "startUrl", "region", "accessToken", "expiresAt", "clientId", "clientSecret", "registrationExpiresAt", "refreshToken",
    ];

    public static byte[] Compose(TokenFields fields) => Compose(fields, []);

    /// <param name="fields">What stands in the file afterwards of what we know.</param>
    /// <param name="old">The file's bytes before: what others added to it is kept, after our own.</param>
    public static byte[] Compose(TokenFields fields, ReadOnlySpan<byte> old)
    {
        string?[] values =
        [
            fields.StartUrl, fields.Region, fields.AccessToken, Instant(fields.ExpiresAt), fields.ClientId, fields.ClientSecret,
            fields.RegistrationExpiresAt is { } end ? Instant(end) : null, fields.RefreshToken,
        ];
        var members = Known.Zip(values)
            .Where(member => member.Second is not null)
            .Select(member => $"{PythonJson.Text(member.First)}: {PythonJson.Text(member.Second)}")
            .Concat(Unknown(old));
        return Encoding.ASCII.GetBytes($"{{{string.Join(", ", members)}}}");
    }

    /// <summary>The AWS CLI's form of an instant; the only one that all SDKs can read.</summary>
    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Unknown(ReadOnlySpan<byte> old)
    {
        try
        {
            var start = old.StartsWith("\uFEFF"u8) ? 3 : 0;
            using var json = JsonDocument.Parse(old[start..].ToArray(), new JsonDocumentOptions { MaxDepth = 1000 });
            return json.RootElement.ValueKind != JsonValueKind.Object ? [] :
            [
                .. json.RootElement.EnumerateObject().Where(member => !Known.Contains(member.Name)).Select(PythonJson.Member),
            ];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is no JSON holds no members; the second is for a name that is half of a surrogate pair.
            return [];
        }
    }
}
