using System.Collections.Immutable;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide.Migrating;

/// <summary>Puts together what belongs to one portal, and finds or names its session.</summary>
internal static class SessionGroups
{
    /// <param name="profiles">Those that can be migrated, in the order of the file.</param>
    public static ImmutableArray<SessionGroup> Of(AwsConfig config, ImmutableArray<Profile> profiles)
    {
        var groups = ImmutableArray.CreateBuilder<SessionGroup>();
        foreach (var group in profiles.GroupBy(profile => (StartUrls.Key(profile.SsoStartUrl!), profile.SsoRegion!)))
        {
            var url = StartUrlAnswer.Clean(group.First().SsoStartUrl!);
            var existing = SessionChoice.Existing(config, url, group.Key.Item2);
            var name = existing?.Name ?? SessionChoice.NewName(
                url, group.Key.Item2, config.Sessions.Select(session => session.Name).Concat(groups.Select(other => other.Session)));
            groups.Add(new SessionGroup(name, existing, url, group.Key.Item2, [.. group]));
        }

        return groups.ToImmutable();
    }
}
