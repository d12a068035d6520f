using System.Collections.Immutable;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>Derives the sessions: one per <c>[sso-session]</c>, and one per start URL that profiles carry themselves.</summary>
internal static class SsoSessions
{
    public static ImmutableArray<SsoSession> From(
        ConfigSections sections, ImmutableArray<Profile> profiles, string configFile)
    {
        var users = profiles.Where(profile => profile.Session is not null)
            .ToLookup(profile => profile.Session!, profile => profile.Name, StringComparer.Ordinal);
        var named = sections.Sessions.Select(entry => Named(entry.Key, entry.Value, configFile));
        var legacy = profiles
            .Where(profile => profile is { SsoSession: null, SsoStartUrl.Length: > 0 })
            .GroupBy(profile => profile.SsoStartUrl!, StringComparer.Ordinal)
            .Select(group => Legacy(group.Key, group));

        // Equal names mean one token file, whatever the kinds.
        return
        [
            .. named.Concat(legacy)
                .DistinctBy(session => session.Name, StringComparer.Ordinal)
                .Select(session => session with { Profiles = [.. users[session.Name]] })
                .OrderBy(session => session.Name, StringComparer.Ordinal),
        ];
    }

    private static SsoSession Named(string name, IniSection section, string file) => new()
    {
        Name = name,
        Kind = SessionKind.SsoSession,
        StartUrl = Text(section["sso_start_url"]),
        Region = Text(section["sso_region"]),
        Scopes = Scopes(Text(section["sso_registration_scopes"])),
        File = file,
        Line = section.Line,
    };

    /// <summary>The first in the file stands for all.</summary>
    private static SsoSession Legacy(string startUrl, IEnumerable<Profile> users)
    {
        var first = users.OrderBy(profile => profile.Line).First();
        return new SsoSession
        {
            Name = startUrl,
            Kind = SessionKind.Legacy,
            StartUrl = startUrl,
            Region = users.OrderBy(profile => profile.Line).Select(profile => profile.SsoRegion)
                .FirstOrDefault(region => !string.IsNullOrEmpty(region)),
            File = first.File,
            Line = first.Line,
        };
    }

    private static string? Text(IniKey? key) => key is { IsBlock: false } ? key.Value : null;

    private static ImmutableArray<string> Scopes(string? text) =>
        text is null ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
