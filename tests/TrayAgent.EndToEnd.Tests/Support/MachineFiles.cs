using System.Globalization;
using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>The files of one developer, all below the folders that the environment names.</summary>
internal sealed class MachineFiles(IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Two sessions: one with scopes, whose token can be refreshed, and a legacy one, whose token ends and is over.</summary>
    public const string Session = "corp";
    public const string SessionProfile = "dev";
    public const string LegacySession = "https://d-2.awsapps.com/start";
    public const string LegacyProfile = "old";

    /// <summary>What <see cref="WriteConfig"/> writes, to build upon.</summary>
    public string Config => StandardConfig.Text;

    public string Home { get; } = environment["HOME"];

    public string ConfigFile => Path.Combine(Home, ".aws", "config");

    public string ClaudeFile => Path.Combine(Home, ".claude", "settings.json");

    public string Cache => Path.Combine(Home, ".aws", "sso", "cache");

    public string Locks => Path.Combine(Home, ".aws", "sso", "trayagent");

    public string SettingsFile => Path.Combine(environment["XDG_CONFIG_HOME"], "trayagent", "settings.json");

    public string AutostartFile => Path.Combine(environment["XDG_CONFIG_HOME"], "autostart", "trayagent.desktop");

    public string StateFolder => Path.Combine(environment["XDG_STATE_HOME"], "trayagent");

    public string LogFile => Path.Combine(StateFolder, "trayagent.log");

    public string Log => File.Exists(LogFile) ? ReadShared(LogFile) : "";

    /// <summary>The token files of the two sessions, named as the AWS CLI names them: SHA-1 of the session's name.</summary>
    public string SessionToken => Path.Combine(Cache, "ee0bfd2552fbd840c02cc48b6e823320543c450f.json");

    public string LegacyToken => Path.Combine(Cache, "1d47cd59199f5382ea3263cd651594c6f924286d.json");

    public void WriteConfig(string text = StandardConfig.Text) => Write(ConfigFile, text);

    /// <summary>Claude Code uses this profile, so its session matters.</summary>
    public void WriteClaudeSettings(string profile) => Write(
        ClaudeFile,
        $$"""
        {
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "{{profile}}", "AWS_REGION": "eu-west-1",
            "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          }
        }
        """);

    /// <summary>The agent's settings: the endpoints of this machine are allowed in all tests.</summary>
    public void WriteSettings(string members = "")
    {
        Write(SettingsFile, $$"""
            {
              "allowLoopbackEndpoints": true{{(members.Length > 0 ? "," : "")}}
              {{members}}
            }
            """);
    }

    /// <summary>The process that signs in to the session, perhaps one that nobody waits for any more; null: none does.</summary>
    public int? SignInProcess
    {
        get
        {
            var progress = Path.Combine(Locks, Path.GetFileName(SessionToken) + ".sign-in.progress");
            var process = File.Exists(progress) ? JsonNode.Parse(ReadShared(progress))!["pid"]!.GetValue<int>() : (int?)null;

            // One that was killed left its word behind.
            return process is { } id && ProcessTree.IsAlive(id) ? id : null;
        }
    }

    /// <summary>As Ctrl-C would, and waits until it has cleaned up.</summary>
    public async Task EndSignInAsync(int process)
    {
        await OwnedProcess.RunAsync(new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" }, "kill", "-INT", $"{process}");
        await Until.TrueAsync(() => SignInProcess is null, "the sign-in has ended");
    }

    /// <summary>The session's access token ended by its file, an hour ago.</summary>
    public void ExpireSessionToken()
    {
        var token = JsonNode.Parse(File.ReadAllText(SessionToken))!;
        token["expiresAt"] = DateTime.UtcNow.AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        File.WriteAllText(SessionToken, token.ToJsonString());
    }

    /// <summary>The token files, without registrations: path and content.</summary>
    public IReadOnlyDictionary<string, JsonObject> Tokens() => !Directory.Exists(Cache)
        ? new Dictionary<string, JsonObject>()
        : Directory.GetFiles(Cache, "*.json")
            .Select(file => (file, Json: JsonNode.Parse(File.ReadAllText(file))!.AsObject()))
            .Where(found => found.Json.ContainsKey("accessToken"))
            .ToDictionary(found => found.file, found => found.Json);

    /// <summary>Moves a token's end to so far from now; it was written an hour ago.</summary>
    public void LetExpire(string token, TimeSpan left)
    {
        var json = JsonNode.Parse(File.ReadAllText(token))!.AsObject();
        json["expiresAt"] = DateTime.UtcNow.Add(left).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        File.WriteAllText(token, json.ToJsonString());
        File.SetLastWriteTimeUtc(token, DateTime.UtcNow.AddHours(-1));
    }

    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The writer may have it open.</summary>
    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
