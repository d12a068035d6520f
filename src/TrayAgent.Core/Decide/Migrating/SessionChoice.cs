using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Decide.Migrating;

/// <summary>Which <c>[sso-session]</c> the profiles of one start URL and region are to share.</summary>
internal static class SessionChoice
{
    /// <summary>One that exists, if every tool sees it and a token for accounts and roles can come of it; else null.</summary>
    public static SsoSession? Existing(AwsConfig config, string startUrl, string region) => config.Sessions
        .Where(session => session.Kind == SessionKind.SsoSession
            && session.StartUrl is not null
            && StartUrls.Key(session.StartUrl) == StartUrls.Key(startUrl)
            && session.Region == region
            && (session.Scopes.IsEmpty || session.Scopes.Contains(ScopesAnswer.Usual))
            && IsSeenByAll(config, session.Name))
        .OrderBy(session => session.Scopes.IsEmpty)
        .ThenBy(session => session.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Made from the start URL; no two that differ in capitals only, for people would take them for one.</summary>
    public static string NewName(string startUrl, string region, IEnumerable<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = StartUrlAnswer.SuggestedName(startUrl, []);
        return !names.Contains(name) ? name
            : !names.Contains($"{name}-{region}") ? $"{name}-{region}"
            : Enumerable.Range(2, names.Count + 1).Select(number => $"{name}-{number}").First(numbered => !names.Contains(numbered));
    }

    /// <summary>Nothing about its header is read differently: no quotes, no odd spaces, no odd characters.</summary>
    private static bool IsSeenByAll(AwsConfig config, string name) => config.PortabilityNotes.All(note =>
        !note.Subject.StartsWith('[') || SectionMeaning.Of(note.Subject.Trim('[', ']')) != $"sso-session {name}");
}
