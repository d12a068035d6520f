using System.Diagnostics;
using System.Text;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent claude show</c> for people, 80 columns wide; lines end in LF.</summary>
public static class ClaudeText
{
    public static string Of(ClaudeView view, TextStyle style)
    {
        var text = new StringBuilder();
        var paint = new Paint(style);
        text.Append(Visible.Of($"Claude Code, started in '{view.Folder}', {Provider(view)}.")).Append('\n');
        Sections.Append(text, paint, "CLAUDE CODE", Program(view).SelectMany(line => Fact(line.Name, line.Text)));
        Sections.Append(text, paint, "SETTINGS", Settings(view.Claude));
        Sections.Append(text, paint, "FINDINGS", view.Findings.SelectMany(finding => FindingLines.Of(finding, paint)));
        Sections.Append(text, paint, "FILES", [.. view.Claude.Layers.Select(File), .. AwsFiles(view.Assessment.Snapshot.ConfigOfClaude)]);
        return text.ToString();
    }

    private static string Provider(ClaudeView view) => view.Provider switch
    {
        ClaudeProvider.Bedrock => $"uses Amazon Bedrock in '{view.Region.Name}'",
        ClaudeProvider.Gateway => "uses Amazon Bedrock through a gateway",
        ClaudeProvider.Vertex => "uses Google Vertex AI",
        ClaudeProvider.Foundry => "uses Microsoft Foundry",
        ClaudeProvider.AnthropicAws => "uses the Claude Platform on AWS",
        ClaudeProvider.ApiKey => "uses Anthropic's API with a key or token",
        ClaudeProvider.Login => "uses Anthropic's API with your login",
        ClaudeProvider.Host => "uses what the program that embeds it says",
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<(string Name, string Text)> Program(ClaudeView view)
    {
        yield return ("Program", view.Assessment.Snapshot.ClaudeCode switch
        {
            ClaudeCode.Found { Version: { } version } found => $"{found.Path}, version {version}",
            ClaudeCode.Found found => $"{found.Path}, version unknown",
            _ => "not found",
        });
        if (view.Provider == ClaudeProvider.Bedrock)
        {
            yield return ("Region", $"{view.Region.Name}, {RegionSource(view.Region)}");
            yield return ("Credentials", Identity(view.Identity));
            if (view.IdentityUntilTrusted is { } until)
            {
                yield return ("", $"The folder is not trusted yet: until it is, {Identity(until)}. 'claude -p' does not wait.");
            }
        }

        yield return ("Your terminal", Identity(view.Terminal));
        if (view.Provider == ClaudeProvider.Bedrock)
        {
            if (!view.Identity.IsSameAs(view.Terminal))
            {
                yield return ("", "They differ: what works for 'aws' in your terminal says nothing about Claude Code.");
            }

            yield return ("Wiring", Wiring.ModeOf(view.Claude) is { } mode ? Words.Of(mode) : "none of TrayAgent's modes");
        }
    }

    private static string RegionSource(ClaudeRegion region) =>
        region.IsDefault ? "which Claude Code takes when nothing names one"
        : region.Setting is { } setting ? $"from '{setting.Key}' in {setting.Source}"
        : $"from the {region.Source}";

    private static string Identity(AwsIdentity identity) =>
        IdentityWords.Of(identity)
        + (identity.Session is { } session ? $" on the session '{session}'" : "")
        + (identity.Because is { } reason ? $", because of {reason}" : "");

    private static IEnumerable<string> Fact(string name, string text)
    {
        const int Margin = 15;
        var lines = Wrapped.Lines(Visible.Of(text), Margin).ToList();
        return lines.Select((line, i) => i == 0 ? name.PadRight(Margin) + line[Margin..] : line);
    }

    private static IEnumerable<string> Settings(ClaudeSettings claude)
    {
        var effective = claude.Effective;
        return effective.IsEmpty
            ? []
            : Table.Lines(
                [
                    ["KEY", "VALUE", "SOURCE"],
                    .. effective.SelectMany(setting => (IEnumerable<string[]>)
                    [
                        [setting.Key, Value(setting.Value), Source(setting.Source)],
                        .. setting.Shadowed.Select(hidden => new[] { "  hides", Value(hidden.Value), Source(hidden.Source) }),
                    ]),
                ],
                indent: 2);
    }

    private static string Value(string value) => value.Length == 0 ? "(empty)" : value;

    private static string Source(SettingSource source) =>
        Words.Of(source.Scope) + (source.Line is { } line ? $":{line}" : "");

    private static IEnumerable<string> AwsFiles(AwsConfig config) =>
        [$"AWS      {Visible.Of(config.ConfigFile)}", $"AWS      {Visible.Of(config.CredentialsFile)}"];

    private static string File(ClaudeSettingsLayer layer) => $"{Words.Of(layer.Scope),-8} {Visible.Of(layer.File)}";
}
