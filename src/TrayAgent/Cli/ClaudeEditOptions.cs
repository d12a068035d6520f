using System.CommandLine;

namespace TrayAgent.Cli;

/// <summary>Options of the verbs that change Claude Code's settings.</summary>
internal static class ClaudeEditOptions
{
    public static Option<string?> Folder { get; } = ProjectFolderOption.Create();

    public static Option<bool> DryRun { get; } = new("--dry-run")
    {
        Description = "Show what would be written, and write nothing",
    };

    public static Option<bool> Yes { get; } = new("--yes")
    {
        Description = "Write it without asking",
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "For programs: one JSON object, see docs/claude-fix-json.md; asks nothing, so it writes only with '--yes'",
    };

    public static Consent Consent(ParseResult parsed) =>
        parsed.GetValue(DryRun) ? Cli.Consent.DryRun : parsed.GetValue(Yes) ? Cli.Consent.Given : Cli.Consent.ToAsk;

    public static StatusForm Form(ParseResult parsed) => parsed.GetValue(Json) ? StatusForm.Json : StatusForm.Text;
}
