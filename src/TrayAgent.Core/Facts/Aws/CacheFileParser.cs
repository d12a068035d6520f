using System.Text.Json;
using System.Text.Unicode;
using TrayAgent.Core.Facts.Aws.Cache;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>Tells the files of the SSO cache apart and reads them; never fails, and lets no secret out.</summary>
public static class CacheFileParser
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="name">File name without folder.</param>
    /// <param name="now">Goes into <see cref="CacheFile.Unreadable.Since"/>.</param>
    public static CacheFile Parse(
        string name, DateTimeOffset writtenAt, UnixFileMode? mode, ReadOnlySpan<byte> bytes, DateTimeOffset now)
    {
        var hasMark = bytes.StartsWith(ByteOrderMark);
        var json = hasMark ? bytes[ByteOrderMark.Length..] : bytes;
        return WhyUnreadable(bytes, json) is { } reason ? Unreadable(reason)
            : JsonFields.Read(json) is not { } fields ? Unreadable("is not complete JSON")
            : !fields.IsObject ? Foreign("JSON, but no object")
            : Known(fields);

        CacheFile Known(JsonFields fields)
        {
            var token = fields["accessToken"];
            if (token.Kind == JsonValueKind.Object)
            {
                return Foreign(
                    token.Contains("accessKeyId") ? "a session of 'aws login'" : "an access token of another kind");
            }

            if (token.Exists)
            {
                return TokenParser.Parse(fields, hasMark) switch
                {
                    (SsoToken content, _) =>
                        new CacheFile.Token(content) { Name = name, WrittenAt = writtenAt, Mode = mode },
                    (_, var fault) => Unreadable(fault),
                };
            }

            return !(fields["clientId"].HasText && fields["clientSecret"].HasText) ? Foreign("JSON of another kind")
                : hasMark ? Unreadable("starts with a byte order mark, so that the AWS CLI cannot sign in")
                : new CacheFile.Registration(Registration(fields)) { Name = name, WrittenAt = writtenAt, Mode = mode };
        }

        CacheFile Unreadable(string reason) =>
            new CacheFile.Unreadable($"'{name}' {reason}.", now, null)
            {
                Name = name,
                WrittenAt = writtenAt,
                Mode = mode,
            };

        CacheFile Foreign(string description) =>
            new CacheFile.Foreign(description) { Name = name, WrittenAt = writtenAt, Mode = mode };
    }

    private static string? WhyUnreadable(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> json) =>
        bytes.IsEmpty ? "is empty"
        : !bytes.ContainsAnyExcept((byte)0) ? "holds nothing but zero bytes, as after a crash of the machine"
        : !Utf8.IsValid(json) ? "is not valid UTF-8"
        : null;

    private static ClientRegistration Registration(JsonFields fields) => new()
    {
        ExpiresAt = fields["expiresAt"].Text is { } text ? CacheDate.Parse(text)?.Value : null,
        IsForPkce = fields["grantTypes"].Contains("authorization_code"),
        HasScopes = fields["scopes"].Words is { IsDefaultOrEmpty: false },
    };
}
