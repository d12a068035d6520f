using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Aws.Cache;

/// <summary>Reads the token out of a JSON object that has an <c>accessToken</c>.</summary>
internal static class TokenParser
{
    private static readonly string[] OptionalFields =
        ["startUrl", "region", "clientId", "clientSecret", "registrationExpiresAt", "refreshToken"];

    private static readonly ImmutableArray<string> ByteOrderMarkOddity =
        ["The file starts with a byte order mark: the AWS CLI and the JavaScript SDK cannot read it."];

    /// <summary>Either the token, or why there is none as the end of a sentence.</summary>
    public static (SsoToken? Token, string Fault) Parse(JsonFields fields, bool hasByteOrderMark)
    {
        if (Fault(fields) is { } fault)
        {
            return (null, fault);
        }

        if (CacheDate.Parse(fields["expiresAt"].Text!) is not { } end)
        {
            return (null, "has an 'expiresAt' that is no date");
        }

        var registrationEnd = fields["registrationExpiresAt"].Text is { } text ? CacheDate.Parse(text) : null;
        return (new SsoToken
        {
            ExpiresAt = end.Value,
            Fingerprint = SsoToken.FingerprintOf(fields["accessToken"].Text!),
            StartUrl = fields["startUrl"].Text,
            Region = fields["region"].Text,
            HasRefreshToken = fields["refreshToken"].HasText,
            HasClient = fields["clientId"].HasText && fields["clientSecret"].HasText,
            RegistrationExpiresAt = registrationEnd?.Value,
            Oddities =
            [
                .. hasByteOrderMark ? ByteOrderMarkOddity : [],
                .. DateOddity("expiresAt", end),
                .. DateOddity("registrationExpiresAt", registrationEnd),
                .. OptionalFields.SelectMany(name => FieldOddity(name, fields[name])),
                .. RegistrationOddity(fields, registrationEnd),
            ],
        }, "");
    }

    private static string? Fault(JsonFields fields) => (fields["accessToken"], fields["expiresAt"]) switch
    {
        ({ Kind: not JsonValueKind.String }, _) => "has an 'accessToken' that is no text",
        ({ HasText: false }, _) => "has an empty 'accessToken'",
        (_, { Exists: false }) => "has no 'expiresAt'",
        (_, { Kind: not JsonValueKind.String }) => "has an 'expiresAt' that is no text",
        _ => null,
    };

    private static IEnumerable<string> DateOddity(string field, CacheDate? date)
    {
        if (date?.UnreadableBy is { } clause)
        {
            yield return $"In '{field}', {clause}.";
        }
    }

    private static ImmutableArray<string> FieldOddity(string name, JsonField field) => field switch
    {
        { Exists: false } or { HasText: true } => [],
        { Kind: JsonValueKind.Null } when name == "refreshToken" =>
        [
            "'refreshToken' is null: the Go SDK cannot read the file, "
                + "and the AWS CLI fails when less than 15 minutes are left.",
        ],
        { Kind: JsonValueKind.Null } => [$"'{name}' is null: the Go SDK cannot read the file."],
        { Kind: JsonValueKind.String } => [$"'{name}' is empty: no tool can use it."],
        _ => [$"'{name}' is no text: the .NET SDK and the Go SDK cannot read the file."],
    };

    private static IEnumerable<string> RegistrationOddity(JsonFields fields, CacheDate? registrationEnd)
    {
        var isRefreshable =
            fields["refreshToken"].HasText && fields["clientId"].HasText && fields["clientSecret"].HasText;
        if (isRefreshable && fields["registrationExpiresAt"] is { Exists: false })
        {
            yield return "'registrationExpiresAt' is missing: the .NET SDK fails shortly before the token ends, "
                + "and the AWS CLI and the Rust SDK do not refresh it.";
        }
        else if (fields["registrationExpiresAt"].HasText && registrationEnd is null)
        {
            yield return "'registrationExpiresAt' is no date: "
                + "no tool but the JavaScript SDK and the Go SDK refreshes the token.";
        }
    }
}
