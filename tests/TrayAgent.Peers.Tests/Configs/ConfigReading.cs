using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sections = System.Collections.Immutable.ImmutableSortedDictionary<
    string, System.Collections.Immutable.ImmutableSortedDictionary<string, string>>;

namespace TrayAgent.Peers.Tests.Configs;

/// <summary>What one program makes of a config and a credentials file.</summary>
/// <param name="IsRefused">It takes nothing from the files.</param>
/// <param name="Profiles">Their keys by name; what is empty or a block of keys is left out.</param>
/// <param name="Sessions">The same of each <c>[sso-session]</c>.</param>
internal sealed record ConfigReading(bool IsRefused, Sections Profiles, Sections Sessions)
{
    private static readonly string[] ProfileKeys =
    [
        "region", "sso_session", "sso_start_url", "sso_region", "sso_account_id", "sso_role_name", "role_arn", "role_session_name",
        "external_id", "duration_seconds", "mfa_serial", "source_profile",
    ];

    /// <summary>Not a session's, but people write them there.</summary>
    private static readonly string[] RoleKeys = ["sso_account_id", "sso_role_name"];

    private static readonly string[] SessionKeys =
        ["sso_start_url", "sso_region", "sso_registration_scopes", .. RoleKeys];

    public static ConfigReading Of(JsonNode said) => said["refused"]!.GetValue<bool>()
        ? new ConfigReading(true, Sections.Empty, Sections.Empty)
        : new ConfigReading(
            false,
            Of(said["profiles"]!.AsObject(), Profile),
            Of(said["sessions"]!.AsObject(), session => Some(SessionKeys, session)));

    public static Sections By(IEnumerable<(string Name, IEnumerable<(string Key, string? Value)> Keys)> sections) =>
        sections.ToImmutableSortedDictionary(
            section => section.Name,
            section => section.Keys.Where(key => !string.IsNullOrEmpty(key.Value))
                .ToImmutableSortedDictionary(key => key.Key, key => key.Value!, StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Account and role of a session are not compared as such.</summary>
    public ConfigReading WithoutRolesOfSessions() => this with
    {
        Sessions = Sessions.ToImmutableSortedDictionary(
            session => session.Key, session => session.Value.RemoveRange(RoleKeys), StringComparer.Ordinal),
    };

    /// <summary>The AWS CLI takes from the session whatever the profile lacks, but only when it asks for credentials.</summary>
    public ConfigReading WithRolesOfSessions() => WithoutRolesOfSessions() with
    {
        Profiles = Profiles.ToImmutableSortedDictionary(
            profile => profile.Key,
            profile => profile.Value.TryGetValue("sso_session", out var name) && Sessions.TryGetValue(name, out var session)
                ? session.Where(key => RoleKeys.Contains(key.Key)).Aggregate(
                    profile.Value, (keys, key) => keys.ContainsKey(key.Key) ? keys : keys.Add(key.Key, key.Value))
                : profile.Value,
            StringComparer.Ordinal),
    };

    /// <summary>As it is compared: blanks around the commas mean nothing.</summary>
    public static string Scopes(IEnumerable<string> scopes) =>
        string.Join(',', scopes.Select(scope => scope.Trim()).Where(scope => scope.Length > 0));

    private static Sections Of(JsonObject sections, Func<JsonObject, IEnumerable<(string Key, string? Value)>> keys) =>
        By(sections.Select(section => (section.Key, keys(section.Value!.AsObject()))));

    private static IEnumerable<(string Key, string? Value)> Profile(JsonObject profile) =>
    [
        .. Some(ProfileKeys, profile),
        ("keys", Has("aws_access_key_id", profile) ?? Has("aws_secret_access_key", profile)),
        ("process", Has("credential_process", profile)),
        ("login", Has("login_session", profile)),
    ];

    private static IEnumerable<(string Key, string? Value)> Some(string[] keys, JsonObject section) => keys.Select(key =>
        (key, Text(key, section) is { } text && key == "sso_registration_scopes" ? Scopes(text.Split(',')) : Text(key, section)));

    private static string? Text(string key, JsonObject section) => section[key]?.GetValue<string>();

    /// <summary>Of a secret, only whether it is there.</summary>
    private static string? Has(string key, JsonObject profile) => profile.ContainsKey(key) ? "there" : null;
}
