using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Ini;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>
/// The editor of the AWS config. A line of the first part is a change: <c>profile a|region=x</c> puts, <c>profile a|-region</c> removes.
/// </summary>
internal static class ConfigEditTarget
{
    public static void Run(byte[] input)
    {
        var (first, before) = Parts.Of(input);
        ImmutableArray<ConfigChange> changes = [.. Parts.Lines(first).Select(Change).DistinctBy(change => (change.Section, change.Key))];
        Invariant.Holds(
            ConfigEditor.Apply("config", before, []) is Edited.Content none && none.Bytes.Span.SequenceEqual(before),
            "no change changes something");

        switch (ConfigEditor.Apply("config", before, changes))
        {
            case Edited.Refused refused:
                Invariant.IsSentence(refused.Problem.Text);
                break;
            case Edited.Content content:
                Check(before, changes, content.Bytes.ToArray());
                break;
        }
    }

    private static ConfigChange Change(string line)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var (section, change) = bar < 0 ? ("default", line) : (line[..bar], line[(bar + 1)..]);
        return change.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 && change[0] != '-'
            ? new ConfigChange.Put(section, change[..at], change[(at + 1)..])
            : new ConfigChange.Remove(section, change.TrimStart('-'));
    }

    private static void Check(byte[] before, ImmutableArray<ConfigChange> changes, byte[] after)
    {
        Invariant.Holds(
            ConfigEditor.Apply("config", after, changes) is Edited.Content again && again.Bytes.Span.SequenceEqual(after),
            "the same change once more changes something");

        var expected = Facts(before);
        var found = Facts(after);
        foreach (var change in changes)
        {
            // What the AWS CLI reads in the profile may also come from [DEFAULT]: so a removal is judged only by what else it does.
            if (change is ConfigChange.Put put && Known(put))
            {
                Invariant.Holds(
                    found.GetValueOrDefault($"{put.Section} {put.Key}") == put.Value, $"'{put.Key}' of '{put.Section}' is not '{put.Value}'");
            }
        }

        var changed = changes.Select(change => $"{change.Section} {change.Key.ToLowerInvariant()}").ToHashSet();
        foreach (var key in expected.Keys.Union(found.Keys).Where(key => !changed.Contains(key)))
        {
            Invariant.Holds(expected.GetValueOrDefault(key) == found.GetValueOrDefault(key), $"'{key}' has changed too");
        }
    }

    private static bool Known(ConfigChange change) =>
        change.Key is "region" or "sso_session" or "sso_start_url" or "sso_region" or "role_arn" or "source_profile"
        && (change.Section == "default" || change.Section.StartsWith("profile ", StringComparison.Ordinal));

    private static Dictionary<string, string?> Facts(byte[] bytes)
    {
        var facts = new Dictionary<string, string?>(StringComparer.Ordinal);
        var config = AwsConfigParser.Parse("config", bytes, "credentials", []);
        foreach (var profile in config.Profiles)
        {
            var section = profile.Name == "default" ? "default" : $"profile {profile.Name}";
            facts[$"{section} region"] = profile.Region;
            facts[$"{section} sso_session"] = profile.SsoSession;
            facts[$"{section} sso_start_url"] = profile.SsoStartUrl;
            facts[$"{section} sso_region"] = profile.SsoRegion;
            facts[$"{section} role_arn"] = profile.RoleArn;
            facts[$"{section} source_profile"] = profile.SourceProfile;
        }

        foreach (var session in config.Sessions.Where(session => session.Kind == SessionKind.SsoSession))
        {
            facts[$"sso-session {session.Name} sso_start_url"] = session.StartUrl;
            facts[$"sso-session {session.Name} sso_region"] = session.Region;
        }

        return facts;
    }
}
