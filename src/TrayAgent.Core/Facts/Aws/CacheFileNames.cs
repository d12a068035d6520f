namespace TrayAgent.Core.Facts.Aws;

/// <summary>The names that the AWS CLI gives to its cache files; all other SDKs follow it.</summary>
public static class CacheFileNames
{
    /// <summary>The token file of a session: SHA-1 over the UTF-8 bytes of the name (or legacy start URL), not normalised.</summary>
    public static string Token(string sessionName) => Sha1.Hex(sessionName) + ".json";

    /// <summary>The entry of <c>~/.aws/cli/cache</c> for one account and role of a session.</summary>
    /// <remarks>https://github.com/aws/aws-cli/blob/v2/awscli/botocore/credentials.py (SSOCredentialFetcher)</remarks>
    public static string Role(SsoSession session, string accountId, string roleName)
    {
        var key = session.Kind == SessionKind.Legacy ? "startUrl" : "sessionName";
        return Sha1.Hex(
            $"{{\"accountId\":{PythonJson.Text(accountId)},\"roleName\":{PythonJson.Text(roleName)},"
            + $"\"{key}\":{PythonJson.Text(session.Name)}}}") + ".json";
    }
}
