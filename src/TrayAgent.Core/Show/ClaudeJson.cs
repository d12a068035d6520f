using System.Text.Json;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent claude show --json</c>: a contract, see docs/claude-show-json.md.</summary>
public static class ClaudeJson
{
    private const int Schema = 1;

    public static string Of(ClaudeView view) => JsonText.Of(JsonLayout.Indented, json => Write(json, view));

    private static void Write(Utf8JsonWriter json, ClaudeView view)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("folder", view.Folder);
        json.WriteStartArray("effective");
        foreach (var setting in view.Claude.Effective)
        {
            WriteSetting(json, setting);
        }

        json.WriteEndArray();
        json.WriteString("provider", Words.Of(view.Provider));
        WriteIdentity(json, "identity", view.Identity);
        StatusJson.WriteFindings(json, view.Findings);
        json.WriteStartObject("awsFiles");
        json.WriteString("config", view.Assessment.Snapshot.ConfigOfClaude.ConfigFile);
        json.WriteString("credentials", view.Assessment.Snapshot.ConfigOfClaude.CredentialsFile);
        json.WriteEndObject();
        if (view.IdentityUntilTrusted is { } until)
        {
            WriteIdentity(json, "identityUntilTrusted", until);
        }
        else
        {
            json.WriteNull("identityUntilTrusted");
        }

        json.WriteEndObject();
    }

    private static void WriteSetting(Utf8JsonWriter json, EffectiveSetting setting)
    {
        json.WriteStartObject();
        json.WriteString("key", setting.Key);
        json.WriteString("value", setting.Value);
        json.WriteString("source", setting.Source.Place);
        json.WriteStartArray("shadowed");
        foreach (var hidden in setting.Shadowed)
        {
            json.WriteStartObject();
            json.WriteString("source", hidden.Source.Place);
            json.WriteString("value", hidden.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, string name, AwsIdentity identity)
    {
        json.WriteStartObject(name);
        json.WriteString("kind", Words.Of(identity.Kind));
        json.WriteString("profile", identity.Profile);
        json.WriteString("session", identity.Session);
        json.WriteEndObject();
    }
}
