using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>From which region models are to be listed: a closed set.</summary>
internal abstract record ModelsRegion
{
    private ModelsRegion()
    {
    }

    /// <param name="Why">A sentence where nobody named it; else null.</param>
    internal sealed record Found(string Name, string? Why) : ModelsRegion;

    internal sealed record NotFound(string Message) : ModelsRegion;

    /// <summary>As Claude Code takes it: a variable, the profile's region, a default.</summary>
    /// <param name="option">Of <c>--region</c>; null when not given.</param>
    /// <param name="named">The profile of <c>--profile</c>; null when not given.</param>
    /// <param name="asker">Who asks AWS when it is not the one that Claude Code uses.</param>
    public static ModelsRegion Find(Snapshot snapshot, string? option, Profile? named, Profile? asker)
    {
        var claude = ClaudeRegion.Of(snapshot.Claude, snapshot.ConfigOfClaude);
        var (name, source) = option is not null ? (option, "'--region'")
            : claude.Setting is not null ? (claude.Name, claude.Source)
            : named?.Region is { Length: > 0 } own ? (own, $"profile {named.Name}")
            : !claude.IsDefault ? (claude.Name, claude.Source)
            : asker?.Region is { Length: > 0 } region ? (region, $"profile {asker.Name}")
            : (claude.Name, "");
        return !RegionNames.Is(name)
                ? new NotFound($"'{Visible.Of(name)}' (from {Visible.Of(source)}) is not a region. Name one with '--region', such as 'us-west-2'.")
            : new Found(name, source.Length > 0
                ? null
                : $"No region is named anywhere, so this is '{name}', where Claude Code then calls Bedrock. '--region' lists another.");
    }
}
