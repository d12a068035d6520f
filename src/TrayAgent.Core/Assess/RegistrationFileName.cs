using System.Globalization;
using System.Text;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>The name under which AWS CLI v2 (since 2.7.32) looks for the client registration of a session.</summary>
internal static class RegistrationFileName
{
    /// <remarks>SHA-1 of Python's <c>json.dumps(..., sort_keys=True)</c>: its separators and escapes, byte for byte.</remarks>
    public static string Of(SsoSession session)
    {
        var scopes = session.Scopes.IsDefaultOrEmpty ? "null" : $"[{string.Join(", ", session.Scopes.Select(Json))}]";
        var name = session.Kind == SessionKind.Legacy ? "null" : Json(session.Name);
        var key = $"{{\"region\": {Json(session.Region)}, \"scopes\": {scopes}, \"session_name\": {name}, "
            + $"\"startUrl\": {Json(session.StartUrl)}, \"tool\": \"botocore\"}}";
        return Sha1.Hex(key) + ".json";
    }

    private static string Json(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                >= ' ' and <= '~' => json.Append(character),
                '\u007f' => json.Append(character),
                _ => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            };
        }

        return json.Append('"').ToString();
    }
}
