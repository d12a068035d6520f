namespace TrayAgent.Tests.Act.Edits;

/// <summary>Settings and configs as people have them, with a secret wherever one may be.</summary>
internal static class Canaries
{
    public const string Mark = "Zq7cAnAry";

    private const string Secret = Mark + "0123456789abcdef";

    public static IEnumerable<string> Settings
    {
        get
        {
            yield return $$$"""
                {
                  "apiKeyHelper": "/opt/key.sh --token {{{Secret}}}",
                  "awsAuthRefresh": "SSO_SECRET={{{Secret}}} aws sso login --profile work",
                  "env": {
                    "API_TOKEN": "{{{Secret}}}",
                    "AWS_PROFILE": "work",
                    "AWS_BEARER_TOKEN_BEDROCK": "{{{Secret}}}",
                    "AWS_SECRET_ACCESS_KEY": "{{{Secret}}}",
                    "AWS_SESSION_TOKEN": "{{{Secret}}}",
                    "ANTHROPIC_CUSTOM_HEADERS": "X-Whatever: {{{Secret}}}\nAuthorization: Bearer {{{Secret}}}",
                    "ANTHROPIC_BASE_URL": "https://me:{{{Secret}}}@proxy.example",
                    "OTEL_EXPORTER_OTLP_HEADERS": "api-key={{{Secret}}}",
                    "dbPassword": "{{{Secret}}}",
                    "MY_CREDENTIAL": "{{{Secret}}}"
                  },
                  "hooks": {
                    "Stop": [
                      { "hooks": [ { "type": "command", "command": "curl -H 'Authorization: {{{Secret}}}' -u a:{{{Secret}}} https://x" } ] },
                      { "hooks": [ { "type": "command", "command": "GITHUB_TOKEN=\"{{{Secret}}}\" notify --password '{{{Secret}}}'" } ] }
                    ]
                  },
                  "mcpServers": {
                    "github": {
                      "command": "npx",
                      "args": ["-y", "server", "--api-key", "{{{Secret}}}", "--token={{{Secret}}}", "--header", "X-Any: {{{Secret}}}"],
                      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "{{{Secret}}}" },
                      "headers": { "X-Any": "{{{Secret}}}", "Cookie": "{{{Secret}}}" }
                    },
                    "web": { "type": "http", "url": "https://x.example/mcp?access_token={{{Secret}}}&b=c", "headersHelper": "{{{Secret}}}" }
                  }
                }
                """;
            yield return $"{{\"env\":{{\"A_TOKEN\":\"{Secret}\",\"AWS_PROFILE\":\"a\"}},\"x\":{{\"secret\":{{\"deep\":[\"{Secret}\"]}}}}}}";
            yield return $"{{\r\n\t\"env\": {{\r\n\t\t\"\\u0041PI_KEY\": \"{Secret}\",\r\n\t\t\"B\": \"1\"\r\n\t}}\r\n}}\r\n";
            yield return $"{{\n  // \"API_KEY\": \"{Secret}\"\n  \"env\": {{ \"PASSWORD\": \"{Secret}\", }}\n}}\n";
        }
    }

    public static IEnumerable<string> Configs
    {
        get
        {
            yield return $"""
                [profile keys]
                aws_access_key_id = AKIAEXAMPLE
                aws_secret_access_key = {Secret}
                aws_session_token={Secret}
                # aws_secret_access_key = {Secret}

                [profile process]
                credential_process = helper --client-secret {Secret} --password '{Secret}' TOKEN={Secret}
                region = eu-west-1
                """;
            yield return $"[sso-session s]\r\nsso_client_secret = {Secret}\r\nsso_start_url = https://a:{Secret}@x.awsapps.com/start\r\n";
            yield return $"[profile a]\naws_session_token =\n  {Secret}\n  {Secret}\n{Secret}\n; token: {Secret}\n";
        }
    }
}
