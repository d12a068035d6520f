using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>The settings that a wiring mode consists of: a closed set with the reason why not.</summary>
internal abstract record WiringPlan
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

    public static WiringPlan Of(Snapshot snapshot, WiringMode mode, Profile profile)
    {
        if (mode == WiringMode.Isolated && VersionOf(snapshot) is { } version && version < AlwaysExports)
        {
            return new Impossible(
                $"Claude Code {version} runs 'awsCredentialExport' only when it finds no other credentials, so it could use another "
                + $"identity without a word. Update Claude Code to {AlwaysExports} or later, or take the mode 'broker'.");
        }

        return Wiring.For(mode, profile.Name, snapshot.OwnProgram) switch
        {
            Wiring.Commands commands => new Settings([.. All(snapshot.Claude, profile, commands)]),
            Wiring.Unsafe(var reason) => new Impossible(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static Version? VersionOf(Snapshot snapshot) =>
        (snapshot.ClaudeCode as ClaudeCode.Found)?.Version ?? snapshot.Claude.Version;

    private static IEnumerable<SettingsChange> All(ClaudeSettings claude, Profile profile, Wiring.Commands commands)
    {
        yield return new SettingsChange.Put(ClaudeKeys.UseBedrock, "1");

        // With two providers on it is not documented which one wins. A variable can be emptied, but not unset.
        foreach (var other in new[] { ClaudeKeys.UseVertex, ClaudeKeys.UseFoundry }.Where(claude.IsOn))
        {
            yield return new SettingsChange.Put(other, "");
        }

        if (commands.CredentialExport is { } export)
        {
            // An empty text would reach Claude's commands and hide the profile that their shell has.
            yield return new SettingsChange.Remove(ClaudeKeys.AwsProfile);
            yield return new SettingsChange.Put(ClaudeKeys.CredentialExport, export);
        }
        else
        {
            // As long as there is one, it goes before every profile.
            yield return new SettingsChange.Remove(ClaudeKeys.CredentialExport);
            yield return new SettingsChange.Put(ClaudeKeys.AwsProfile, profile.Name);
        }

        // Without a profile in 'env' its region does not count, and Claude Code would go to another one.
        if (commands.CredentialExport is not null
            && claude.Text(ClaudeKeys.AwsRegion) is null
            && claude.Text(ClaudeKeys.AwsDefaultRegion) is null
            && profile.Region is { Length: > 0 } region)
        {
            yield return new SettingsChange.Put(ClaudeKeys.AwsRegion, region);
        }

        yield return new SettingsChange.Put(ClaudeKeys.AuthRefresh, commands.AuthRefresh);
    }
}
