using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Oidc;

/// <summary>The bytes of a registration file as the AWS CLI reads and writes them.</summary>
/// <remarks>https://github.com/aws/aws-cli/blob/v2/awscli/botocore/utils.py (_register_client)</remarks>
internal static class RegistrationText
{
    private const string Id = "clientId";
    private const string Secret = "clientSecret";
    private const string Scopes = "scopes";

    private static readonly ImmutableArray<string> PkceGrants = ["authorization_code", "refresh_token"];

    public static byte[] Compose(RegisteredClient client)
    {
        List<string> members =
        [
            Member(Id, PythonJson.Text(client.Id)),
            Member(Secret, PythonJson.Text(client.Secret)),
            Member("expiresAt", PythonJson.Text(TokenText.Instant(client.ExpiresAt))),
        ];
        if (!client.Scopes.IsEmpty)
        {
            members.Add(Member(Scopes, PythonJson.Text(client.Scopes)));
        }

        if (client.Kind == RegistrationKind.AuthorizationCode)
        {
            members.Add(Member("grantTypes", PythonJson.Text(PkceGrants)));
        }

        return Encoding.ASCII.GetBytes($"{{{string.Join(", ", members)}}}");
    }

    /// <summary>Null when the bytes are no registration, or none that the AWS CLI could read.</summary>
    public static RegisteredClient? Parse(byte[] bytes, DateTimeOffset now)
    {
        if (CacheFileParser.Parse("registration", now, null, bytes, now) is not CacheFile.Registration { Content: { ExpiresAt: { } end } facts })
        {
            return null;
        }

        using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 1000 });
        return new RegisteredClient
        {
            Id = json.RootElement.GetProperty(Id).GetString()!,
            Secret = json.RootElement.GetProperty(Secret).GetString()!,
            ExpiresAt = end,
            Scopes = facts.HasScopes ? Words(json.RootElement.GetProperty(Scopes)) : [],
            Kind = facts.IsForPkce ? RegistrationKind.AuthorizationCode : RegistrationKind.DeviceCode,
        };
    }

    private static ImmutableArray<string> Words(JsonElement list) => list.ValueKind != JsonValueKind.Array ? [] :
    [
        .. list.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!),
    ];

    private static string Member(string name, string value) => $"\"{name}\": {value}";
}
