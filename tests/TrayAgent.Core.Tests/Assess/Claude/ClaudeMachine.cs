using TrayAgent.Core.Assess;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary>Machines with Claude Code, and what is expected of a finding: "severity code", its message, and its edit.</summary>
internal static class ClaudeMachine
{
    /// <summary>The region and the refresh command of a machine where nothing is to be said about Claude Code.</summary>
    public const string Bedrock = "\"CLAUDE_CODE_USE_BEDROCK\":\"1\"";

    public const string Region = "\"AWS_REGION\":\"eu-central-1\"";

    public const string Dev = "\"AWS_PROFILE\":\"dev\"";

    public const string Refresh = "\"awsAuthRefresh\":\"trayagent auth-refresh --profile dev\"";

    public static readonly Snapshot Bare = Given.Corp("09:00");

    /// <summary>The session "corp" with the profile "dev", and the user's settings: variables of <c>env</c>, and other keys.</summary>
    public static Snapshot With(string env, string keys = Refresh) => Bare.With(Given.Settings(Json(env, keys)));

    public static Snapshot WithMore(this Snapshot snapshot, SettingsScope scope, string json, string file) => snapshot with
    {
        Claude = snapshot.Claude with
        {
            Layers = [.. snapshot.Claude.Layers.Append(Given.Settings(json, scope, file)).OrderBy(layer => layer.Scope)],
        },
    };

    public static Snapshot WithShell(this Snapshot snapshot, params (string Name, string Value)[] variables) => snapshot with
    {
        Claude = snapshot.Claude with
        {
            Shell = ShellVariables.Of(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value))),
        },
        Environment = snapshot.Environment with
        {
            Profile = variables.Where(variable => variable.Name == "AWS_PROFILE").Select(variable => variable.Value).FirstOrDefault(),
        },
    };

    public static Snapshot WithVersion(this Snapshot snapshot, string version) => snapshot with
    {
        ClaudeCode = new ClaudeCode.Found("/home/ann/.local/bin/claude", Version.Parse(version)),
    };

    /// <summary>Another session "lab" with the profile "test" on it.</summary>
    public static Snapshot WithLab(this Snapshot snapshot) => snapshot
        .With(Given.Session("lab", line: 30)).With(Given.Profile("test", "lab") with { Line = 40 });

    public static void Check(Snapshot snapshot, string expected, string message, string? edit = null)
    {
        FindingChecks.Check(snapshot, expected, message);
        var remedy = Find(snapshot, expected.Split(' ')[1])!.Remedy!;
        Assert.Equal(edit, Edit(remedy));
        Assert.Equal(edit is not null, remedy.Argv is ["trayagent", "claude", "fix"]);
    }

    public static Finding? Find(Snapshot snapshot, string code) =>
        Assessor.Assess(snapshot, Policy.Default).Findings.SingleOrDefault(finding => finding.Code == code);

    /// <summary>The codes about Claude Code, or "" when there are none.</summary>
    public static string Codes(Snapshot snapshot) => string.Join(
        ' ',
        Assessor.Assess(snapshot, Policy.Default).Findings.Select(finding => finding.Code)
            .Where(code => code.StartsWith("claude.", StringComparison.Ordinal) && !code.StartsWith("claude.model.", StringComparison.Ordinal)));

    private static string Json(string env, string keys) => $"{{\"env\":{{{env}}}{(keys.Length > 0 ? "," : "")}{keys}}}";

    private static string? Edit(Remedy remedy) => remedy.Edit is not { } edit ? null
        : Assert.IsType<string>(edit.File) == "/home/ann/.claude/settings.json"
            ? string.Join("; ", edit.Changes.Select(change => change is SettingsChange.Put put ? $"{put.Key}={put.Value}" : $"-{change.Key}"))
            : $"edits {edit.File}";
}
