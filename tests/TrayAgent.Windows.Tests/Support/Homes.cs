using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.Windows.Tests.Support;

/// <summary>The files of one developer, alike on every system: path below the home, and text.</summary>
internal static class Homes
{
    /// <summary>Named as the AWS CLI names it: SHA-1 of 'corp'.</summary>
    public const string Token = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

    public const string Config = StandardConfig.Text;

    public static readonly IReadOnlyDictionary<string, string> Corp = new Dictionary<string, string>
    {
        [".aws/config"] = Config,
        [Token] = """
            {"startUrl": "https://d-1.awsapps.com/start", "region": "eu-west-1", "accessToken": "t", "expiresAt": "2099-01-01T00:00:00Z",
             "clientId": "c", "clientSecret": "s", "registrationExpiresAt": "2099-01-01T00:00:00Z", "refreshToken": "r"}
            """,
        [".claude/settings.json"] = """
            {
              "env": {
                "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-west-1",
                "ANTHROPIC_MODEL": "anthropic.claude-opus-4-8",
                "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
              },
              "awsAuthRefresh": "aws sso login --profile dev"
            }
            """,
    };

    public static void Write(IReadOnlyDictionary<string, string> files, Action<string, string> write)
    {
        foreach (var (path, text) in files)
        {
            write(path, text.ReplaceLineEndings("\n"));
        }
    }
}
