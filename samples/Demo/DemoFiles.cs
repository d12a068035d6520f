namespace TrayAgent.Demo;

/// <summary>The files of somebody who uses Claude Code on Bedrock with one AWS SSO session.</summary>
internal static class DemoFiles
{
    public const string Session = "https://demo.awsapps.com/start";

    /// <summary>A session with scopes, whose token can be refreshed; nothing uses it until somebody signs in to it.</summary>
    public const string RefreshedSession = "work";

    // The legacy format, because its token says itself when the session ends, whatever the version of the AWS CLI.
    private const string AwsConfig = $"""
        [profile claude]
        sso_start_url = {Session}
        sso_region = eu-west-1
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-1

        [sso-session {RefreshedSession}]
        sso_start_url = https://work.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        """;

    private const string ClaudeSettings = """
        {
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1",
            "AWS_PROFILE": "claude",
            "AWS_REGION": "eu-west-1",
            "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          }
        }

        """;

    public static void Write(string home)
    {
        Write(home, ".aws/config", AwsConfig);
        Write(home, ".claude/settings.json", ClaudeSettings);
    }

    /// <param name="home">The temporary home.</param>
    /// <param name="leadTimes">How long before the end a warning is due.</param>
    public static void WriteSettings(string home, params string[] leadTimes) => Write(home, ".config/trayagent/settings.json", $$"""
        {
          "leadTimes": [{{string.Join(", ", leadTimes.Select(time => $"\"{time}\""))}}],
          "pinnedSessions": ["{{Session}}"],
          "allowLoopbackEndpoints": true
        }

        """);

    private static void Write(string home, string file, string text)
    {
        var path = Path.Join(home, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(path, text);
    }
}
