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

    internal sealed record Found(string Name) : ModelsRegion;

    internal sealed record NotFound(string Message) : ModelsRegion;

    public static ModelsRegion Find(Snapshot snapshot, string? option, Profile? asker)
    {
        var claude = ClaudeRegion.Of(snapshot.Claude, snapshot.ConfigOfClaude);
        var (name, source) = option is not null ? (option, "'--region'")
            : !claude.IsDefault ? (claude.Name, claude.Source)
            : asker?.Region is { Length: > 0 } region ? (region, $"profile {asker.Name}")
            : (null, "");
        return name is null
                ? new NotFound("No region is known. Name one with '--region', such as 'us-west-2' or 'eu-central-1'.")
            : RegionNames.Is(name) ? new Found(name)
            : new NotFound($"'{Visible.Of(name)}' (from {Visible.Of(source)}) is not a region. Name one with '--region', such as 'us-west-2'.");
    }
}
