using TrayAgent.Core.Facts.Aws;
using Sections = System.Collections.Immutable.ImmutableSortedDictionary<
    string, System.Collections.Immutable.ImmutableSortedDictionary<string, string>>;

namespace TrayAgent.Peers.Tests.Configs;

/// <summary>One thing that a peer reads differently.</summary>
/// <param name="Kind">"profile" or "session".</param>
/// <param name="Key">Null when the peer, or we, do not see it at all.</param>
internal sealed record Deviation(string Kind, string Name, string? Key, string? Ours, string? Theirs)
{
    public override string ToString() => $"{Kind} '{Name}'{(Key is null ? "" : $", {Key}")}: we '{Ours}', they '{Theirs}'";

    public static IEnumerable<Deviation> Between(ConfigReading ours, ConfigReading theirs) =>
    [
        .. Of("profile", ours.Profiles, theirs.Profiles),
        .. Of("session", ours.Sessions, theirs.Sessions),
    ];

    /// <summary>Whether something that we say of the files tells it, where it is.</summary>
    public bool IsListed(ConfigSample sample, AwsConfig config, string tool)
    {
        var places = new Places(sample, Name);
        return config.PortabilityNotes.Any(note => IsAbout(note.Tools, tool) && places.Has(note.File, note.Line, note.Construct))
            || config.Problems.Any(problem => places.Has(problem.File, problem.Line ?? 0, ""));
    }

    /// <summary>We read as the AWS CLI does: what both of them cannot read is no difference between the two.</summary>
    private static bool IsAbout(IReadOnlyCollection<string> tools, string tool) => tools.Contains(tool) != tools.Contains(ConfigPeer.Reference);

    private static IEnumerable<Deviation> Of(string kind, Sections ours, Sections theirs)
    {
        foreach (var name in ours.Keys.Union(theirs.Keys))
        {
            var our = ours.GetValueOrDefault(name);
            var their = theirs.GetValueOrDefault(name);
            if ((our is null || their is null) && (our ?? their)!.Count > 0)
            {
                yield return new Deviation(kind, name, null, our is null ? null : "there", their is null ? null : "there");
            }
            else if (our is not null && their is not null)
            {
                foreach (var key in our.Keys.Union(their.Keys).Where(key => our.GetValueOrDefault(key) != their.GetValueOrDefault(key)))
                {
                    yield return new Deviation(kind, name, key, our.GetValueOrDefault(key), their.GetValueOrDefault(key));
                }
            }
        }
    }
}
