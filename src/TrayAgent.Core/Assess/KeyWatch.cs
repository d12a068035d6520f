using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess;

/// <summary>
/// Notices that our own keys vanished from the user's settings although nobody meant it: another program wiped the file or
/// wrote back what it had read before. What a person removes or changes is their choice (docs/decisions.md).
/// </summary>
public static class KeyWatch
{
    /// <summary>Others write in two steps: what is gone for that long is gone. Also when our own edits are looked at again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Programs that held an older copy write it back within minutes; a person's change of mind comes later or by an undo.</summary>
    private static readonly TimeSpan AfterOurWrite = TimeSpan.FromMinutes(10);

    /// <summary>What is to be remembered now.</summary>
    public static KnownKeys After(Snapshot snapshot)
    {
        if (UserLayer(snapshot) is not { } layer)
        {
            return snapshot.KnownKeys;
        }

        var known = Known(snapshot, layer);

        var now = OwnKeys.In(layer);
        if (known.File != layer.File)
        {
            return new KnownKeys { File = layer.File, Keys = UsesBedrock(snapshot) ? now : KnownKeys.Nothing.Keys };
        }

        var gone = Gone(known.Keys, snapshot, layer);
        var back = known with { Lost = Gone(known.Lost, snapshot, layer) };
        if (gone.IsEmpty || snapshot.SettingsFile.OwnEdit is { IsLatest: true })
        {
            return Settled(back with { Keys = Kept(known, now, snapshot, layer) });
        }

        if (!IsSettled(snapshot))
        {
            return Settled(back);
        }

        var lost = IsWiped(known, layer) ? gone : gone.Where(entry => IsSoonAfterOurs(entry.Key, snapshot));
        return Settled(back with { Keys = Kept(known, now, snapshot, layer), Lost = back.Lost.SetItems(lost) });
    }

    /// <summary>What is to be remembered when a person leaves what is gone; our last edit is not asked about it any more.</summary>
    public static KnownKeys WithoutLost(Snapshot snapshot)
    {
        var known = After(snapshot);
        return known with { Lost = KnownKeys.Nothing.Lost, Told = [], CheckedEdit = snapshot.SettingsFile.OwnEdit?.At ?? known.CheckedEdit };
    }

    /// <summary>In the order of their names.</summary>
    public static ImmutableArray<LostKey> Lost(KnownKeys known) =>
    [
        .. known.Lost.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new LostKey(known.File ?? "", entry.Key, entry.Value)),
    ];

    /// <summary>When there will be more to say, without any file changing; null: never.</summary>
    public static DateTimeOffset? NextAt(Snapshot snapshot) =>
        UserLayer(snapshot) is { } layer && !IsSettled(snapshot) && !Gone(Known(snapshot, layer).Keys, snapshot, layer).IsEmpty
            ? snapshot.SettingsFile.ChangedAt?.Plus(Patience)
            : null;

    /// <summary>How Claude Code was wired when our last edit was made, or when it was last seen to work; null when that is not known.</summary>
    public static WiringMode? FormerMode(Snapshot snapshot) =>
        snapshot.SettingsFile.OwnEdit is { Left.IsEmpty: false } edit ? Wiring.ModeOf(edit.Left.GetValueOrDefault)
        : snapshot.KnownKeys.File == snapshot.Claude.UserFile
            ? Wiring.ModeOf(key => snapshot.KnownKeys.Keys.GetValueOrDefault(key) ?? snapshot.KnownKeys.Lost.GetValueOrDefault(key))
        : null;

    /// <summary>What is remembered; and as long as nobody has looked after our last edit (no agent runs), what that left.</summary>
    private static KnownKeys Known(Snapshot snapshot, ClaudeSettingsLayer layer)
    {
        var known = snapshot.KnownKeys;
        return snapshot.SettingsFile.OwnEdit is { IsLatest: false, Left: var left } edit
            && (known.File != layer.File || known.CheckedEdit != edit.At)
            && (Switches.Read(left.GetValueOrDefault(ClaudeKeys.UseBedrock)) == true || (!left.IsEmpty && UsesBedrock(snapshot)))
                ? (known.File == layer.File ? known : KnownKeys.Nothing) with { File = layer.File, Keys = left }
                : known;
    }

    /// <summary>Null when it cannot be read: then nothing is known, and nothing gone. Without a file there are no keys.</summary>
    private static ClaudeSettingsLayer? UserLayer(Snapshot snapshot)
    {
        var claude = snapshot.Claude;
        var found = snapshot.SettingsFile.IsBlank ? null : claude.Layers.FirstOrDefault(layer => layer.Scope == SettingsScope.User);
        var layer = found ?? new ClaudeSettingsLayer { File = claude.UserFile };
        return layer is { Problem: not null, Settings.IsEmpty: true } ? null : layer;
    }

    /// <summary>Whatever another source now says instead is not missing.</summary>
    private static ImmutableDictionary<string, string> Gone(
        ImmutableDictionary<string, string> keys, Snapshot snapshot, ClaudeSettingsLayer layer) => keys
        .Where(entry => layer[entry.Key] is null && snapshot.Claude[entry.Key] is not { Source.Scope: < SettingsScope.User })
        .ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>While Claude Code does not use Bedrock, new keys are no part of what worked.</summary>
    private static ImmutableDictionary<string, string> Kept(
        KnownKeys known, ImmutableDictionary<string, string> now, Snapshot snapshot, ClaudeSettingsLayer layer) => UsesBedrock(snapshot)
        ? now
        : known.Keys
            .Where(entry => layer[entry.Key] is not null)
            .ToImmutableDictionary(entry => entry.Key, entry => now.GetValueOrDefault(entry.Key, entry.Value), StringComparer.Ordinal);

    private static bool UsesBedrock(Snapshot snapshot) => ClaudeProviders.Of(snapshot.Claude) == ClaudeProvider.Bedrock;

    private static bool IsSettled(Snapshot snapshot) =>
        snapshot.SettingsFile.ChangedAt is not { } changed || changed > snapshot.Now || snapshot.Now - changed >= Patience;

    /// <summary>All of them at once, or all that there was: who wants something else leaves or writes some of them.</summary>
    private static bool IsWiped(KnownKeys known, ClaudeSettingsLayer layer) =>
        !layer.Settings.Any(setting => OwnKeys.Has(setting.Key)) && (known.Keys.Count > 1 || layer.Settings.IsEmpty);

    private static bool IsSoonAfterOurs(string key, Snapshot snapshot) =>
        snapshot.SettingsFile is { OwnEdit: { } edit, ChangedAt: { } changed }
        && edit.Changes.Any(change => change is SettingsChange.Put && change.Key == key)
        && changed - edit.At <= AfterOurWrite;

    private static KnownKeys Settled(KnownKeys known) => known with { Told = [.. known.Told.Where(known.Lost.ContainsKey)] };
}
