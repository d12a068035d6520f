namespace TrayAgent.Core.Facts.Aws;

/// <summary>The name under which AWS CLI v2 (since 2.7.32) looks for the client registration of a session.</summary>
public static class RegistrationFileName
{
    /// <remarks>
    /// SHA-1 of Python's <c>json.dumps(..., sort_keys=True)</c>, byte for byte. The scopes are those of the config file,
    /// whatever the client was registered with, so both flows share one name:
    /// https://github.com/aws/aws-cli/blob/v2/awscli/botocore/utils.py (_registration_cache_key)
    /// </remarks>
    public static string Of(SsoSession session)
    {
        var scopes = session.Scopes.IsDefaultOrEmpty ? "null" : PythonJson.Text(session.Scopes);
        var name = session.Kind == SessionKind.Legacy ? "null" : PythonJson.Text(session.Name);
        var key = $"{{\"region\": {PythonJson.Text(session.Region)}, \"scopes\": {scopes}, \"session_name\": {name}, "
            + $"\"startUrl\": {PythonJson.Text(session.StartUrl)}, \"tool\": \"botocore\"}}";
        return Sha1.Hex(key) + ".json";
    }
}
