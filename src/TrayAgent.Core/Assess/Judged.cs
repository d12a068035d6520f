using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess;

/// <summary>What a rule may look at; lookups are made once, because a rule runs over thousands of profiles.</summary>
internal sealed class Judged(Snapshot snapshot, Policy policy, ClaudeUse claude, ImmutableArray<SessionStatus> sessions)
{
    private readonly Dictionary<string, SessionStatus> _sessions = ByName(sessions, session => session.Name);

    private readonly Dictionary<string, Profile> _profiles = ByName(snapshot.Config.Profiles, profile => profile.Name);

    public Snapshot Snapshot => snapshot;

    public Policy Policy => policy;

    public ClaudeUse Claude => claude;

    /// <summary>Null unless Claude Code calls Bedrock itself.</summary>
    public BedrockUse? Bedrock { get; } = BedrockUse.In(snapshot);

    public ClaudeSettings ClaudeSettings => snapshot.Claude;

    public ClaudeProvider Provider { get; } = ClaudeProviders.Of(snapshot.Claude);

    /// <summary>Whose credentials Claude Code uses.</summary>
    public AwsIdentity ClaudeIdentity { get; } = AwsIdentities.OfClaude(snapshot.Claude, snapshot.ConfigOfClaude);

    /// <summary>Null when it is not installed, or no file tells: then nothing is said that depends on it.</summary>
    public Version? ClaudeVersion => (snapshot.ClaudeCode as ClaudeCode.Found)?.Version;

    public AwsConfig Config => snapshot.Config;

    /// <inheritdoc cref="Snapshot.ConfigOfClaude"/>
    public AwsConfig ConfigOfClaude => snapshot.ConfigOfClaude;

    public DateTimeOffset Now => snapshot.Now;

    public ImmutableArray<SessionStatus> Sessions => sessions;

    public IEnumerable<SessionStatus> Mattering => sessions.Where(session => session.Matters);

    /// <summary>A mistake in something that nobody uses is worth knowing, but not worth a yellow icon.</summary>
    public static Severity Weigh(SessionStatus? session, Severity severity) =>
        session is { Matters: true } ? severity : Severity.Info;

    /// <inheritdoc cref="Weigh(SessionStatus?, Severity)"/>
    public Severity Weigh(Profile profile, Severity severity) => IsUsed(profile) ? severity : Severity.Info;

    public SessionStatus? Session(string? name) => name is null ? null : _sessions.GetValueOrDefault(name);

    public Profile? Profile(string? name) => name is null ? null : _profiles.GetValueOrDefault(name);

    public Profile? ProfileOfClaude(string? name) => snapshot.ConfigElsewhere is not { } elsewhere ? Profile(name)
        : name is null ? null
        : elsewhere.Profile(name);

    public bool IsUsed(Profile profile) => IsNamed(profile) || Session(profile.Session) is { Matters: true };

    /// <summary>Claude's settings or the environment name this very profile.</summary>
    public bool IsNamed(Profile profile) =>
        claude.Profiles.Contains(profile.Name) || snapshot.Environment.Profile == profile.Name;

    /// <summary>Whether the section that holds that line belongs to a profile or session in use.</summary>
    public bool IsUsedLine(string file, int line)
    {
        var profile = Config.Profiles.Where(found => found.File == file && found.Line <= line).MaxBy(found => found.Line);
        var session = sessions
            .Where(found => found.Session.Kind == SessionKind.SsoSession)
            .Where(found => found.Session.File == file && found.Session.Line <= line)
            .MaxBy(found => found.Session.Line);
        return session is not null && session.Session.Line > (profile?.Line ?? 0)
            ? session.Matters
            : profile is not null && IsUsed(profile);
    }

    private static Dictionary<string, T> ByName<T>(ImmutableArray<T> all, Func<T, string> name)
    {
        var byName = new Dictionary<string, T>(all.Length, StringComparer.Ordinal);
        foreach (var item in all)
        {
            byName.TryAdd(name(item), item);
        }

        return byName;
    }
}
