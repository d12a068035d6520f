using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Cli;

/// <summary>With which profile AWS is asked what it offers: Claude Code's, else the shell's, else the only one.</summary>
internal static class ModelsAsker
{
    private const string DefaultName = "default";

    public static Profile? In(Snapshot snapshot)
    {
        var config = snapshot.Config;
        var named = OfClaude(snapshot) ?? snapshot.Environment.Profile;
        return named is not null ? config.Profile(named)
            : config.Profile(DefaultName) ?? (config.Profiles is [var only] ? only : null);
    }

    /// <summary>The AWS CLI that we start reads our files: a profile of that name there may be another one.</summary>
    private static string? OfClaude(Snapshot snapshot) => snapshot.ConfigElsewhere is not null
        ? null
        : AwsIdentities.OfClaude(snapshot.Claude, snapshot.Config).Profile ?? snapshot.Claude.AwsProfile;
}
