using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>The settings that a wiring mode consists of: a closed set with the reason why not.</summary>
public abstract record WiringPlan
{
    /// <summary>Before, Claude Code ran the command only when it had found no other credentials.</summary>
    /// <remarks>https://github.com/anthropics/claude-code/blob/main/CHANGELOG.md, 2.1.141</remarks>
    private static readonly Version AlwaysExports = new(2, 1, 141);

    private WiringPlan()
    {
    }

    public sealed record Settings(ImmutableArray<SettingsChange> Changes) : WiringPlan;

    /// <param name="Reason">A full sentence.</param>
    public sealed record Impossible(string Reason) : WiringPlan;

    /// <param name="profile">Its name; it may be about to be written.</param>
    /// <param name="region">Of the profile.</param>
    public static WiringPlan Of(Snapshot snapshot, WiringMode mode, string profile, string? region)
    {
        if (mode == WiringMode.Isolated && VersionOf(snapshot) is { } version && version < AlwaysExports)
        {
            return new Impossible(
                $"Claude Code {version} runs 'awsCredentialExport' only when it finds no other credentials, so it could use another "
                + $"identity without a word. Update Claude Code to {AlwaysExports} or later, or take the mode 'broker'.");
        }

        if (mode == WiringMode.Isolated && Reaching(snapshot.Claude) is { } reaching)
        {
            return new Impossible(reaching);
        }

        return Wiring.For(mode, profile, snapshot.OwnProgram) switch
        {
            Wiring.Commands commands => new Settings([.. All(snapshot.Claude, profile, region, commands)]),
            Wiring.Unsafe(var reason) => new Impossible(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static Version? VersionOf(Snapshot snapshot) =>
        (snapshot.ClaudeCode as ClaudeCode.Found)?.Version ?? snapshot.Claude.Version;

    /// <summary>
    /// A profile that a stronger file names reaches all commands that Claude Code runs, whatever is in the user's file: isolated by half
    /// is not isolated. The shell's is the person's own, and meant to reach them.
    /// </summary>
    private static string? Reaching(ClaudeSettings claude) =>
        claude[ClaudeKeys.AwsProfile] is { Source: { Scope: < SettingsScope.User } source }
            ? $"'{ClaudeKeys.AwsProfile}' is set {StrongerSource.Who(source.Scope)} in '{Visible.Of(source.ToString())}', so the commands that "
                + $"Claude Code runs would get that profile all the same. {StrongerSource.Remove(source.Scope)}, or take the mode 'broker'."
            : null;

    private static IEnumerable<SettingsChange> All(ClaudeSettings claude, string profile, string? region, Wiring.Commands commands)
    {
        yield return new SettingsChange.Put(ClaudeKeys.UseBedrock, "1");

        // With two providers on it is not documented which one wins. A variable can be emptied, but not unset.
        foreach (var other in new[] { ClaudeKeys.UseVertex, ClaudeKeys.UseFoundry }.Where(claude.IsOn))
        {
            yield return new SettingsChange.Put(other, "");
        }

        // An empty text would reach Claude's commands and hide the profile that their shell has.
        yield return commands.CredentialExport is null
            ? new SettingsChange.Put(ClaudeKeys.AwsProfile, profile)
            : new SettingsChange.Remove(ClaudeKeys.AwsProfile);

        // Without a profile in 'env' its region does not count, and Claude Code would go to another one.
        if (commands.CredentialExport is not null
            && claude.Text(ClaudeKeys.AwsRegion) is null
            && claude.Text(ClaudeKeys.AwsDefaultRegion) is null
            && region is { Length: > 0 })
        {
            yield return new SettingsChange.Put(ClaudeKeys.AwsRegion, region);
        }

        yield return new SettingsChange.Put(ClaudeKeys.AuthRefresh, commands.AuthRefresh);

        // As long as there is one, it goes before every profile.
        yield return commands.CredentialExport is { } export
            ? new SettingsChange.Put(ClaudeKeys.CredentialExport, export)
            : new SettingsChange.Remove(ClaudeKeys.CredentialExport);
    }
}
