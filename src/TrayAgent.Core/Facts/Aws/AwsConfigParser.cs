using System.Collections.Immutable;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>Reads both files as AWS CLI v2 does; never fails, whatever the bytes.</summary>
public static class AwsConfigParser
{
    /// <param name="config">The bytes of the config file; empty when there is none.</param>
    /// <param name="credentials">The bytes of the credentials file; empty when there is none.</param>
    public static AwsConfig Parse(
        string configFile, ReadOnlySpan<byte> config, string credentialsFile, ReadOnlySpan<byte> credentials)
    {
        var configFindings = new ConfigFindings(configFile);
        var configSections = IniReader.Read(config, configFindings);
        var credentialsFindings = new ConfigFindings(credentialsFile);
        var credentialsSections = IniReader.Read(credentials, credentialsFindings);
        var sections = ConfigSections.Sort(configSections, configFindings, credentialsSections, credentialsFindings);
        var profiles = Profiles(sections);
        return new AwsConfig
        {
            ConfigFile = configFile,
            CredentialsFile = credentialsFile,
            Profiles = profiles,
            Sessions = SsoSessions.From(sections, profiles, configFile),
            Problems = [.. configFindings.Problems, .. credentialsFindings.Problems],
            PortabilityNotes = [.. configFindings.Notes, .. credentialsFindings.Notes],
            EndpointOverrides =
            [
                .. EndpointOverrides.In(configSections, configFile),
                .. EndpointOverrides.In(credentialsSections, credentialsFile),
            ],
        };
    }

    /// <summary>
    /// The session that one profile draws on, as in <see cref="Profile.Session"/>, without judging the others:
    /// for a command that must answer in a millisecond.
    /// </summary>
    public static string? SessionOf(string profile, ReadOnlySpan<byte> config, ReadOnlySpan<byte> credentials)
    {
        var findings = new ConfigFindings("");
        var sections = ConfigSections.Sort(
            IniReader.Read(config, findings), findings, IniReader.Read(credentials, findings), findings);
        return sections.Profile(profile) is { } keys ? new CredentialSources(sections).Of(keys).Session : null;
    }

    private static ImmutableArray<Profile> Profiles(ConfigSections sections)
    {
        var sources = new CredentialSources(sections);
        return
        [
            .. sections.Profiles.Select(keys => Profile(keys, sources.Of(keys), sections))
                .OrderBy(profile => profile.Name, StringComparer.Ordinal),
        ];
    }

    private static Profile Profile(ProfileKeys keys, CredentialSource source, ConfigSections sections) => new()
    {
        Name = keys.Name,
        Kind = source.Kind,
        File = keys.File,
        Line = keys.Line,
        Session = source.Session,
        SsoSession = keys["sso_session"],
        SsoStartUrl = keys["sso_start_url"],
        SsoRegion = keys["sso_region"],
        HasSsoInCredentials = keys.HasInCredentials("sso_session") || keys.HasInCredentials("sso_start_url") || keys.HasInCredentials("sso_region"),
        AccountId = keys["sso_account_id"] ?? FromSession(keys, sections, "sso_account_id"),
        RoleName = keys["sso_role_name"] ?? FromSession(keys, sections, "sso_role_name"),
        Region = keys["region"],
        RoleArn = keys["role_arn"],
        RoleSessionName = keys["role_session_name"],
        ExternalId = keys["external_id"],
        DurationSeconds = keys["duration_seconds"],
        MfaSerial = keys["mfa_serial"],
        SourceProfile = keys["source_profile"],
        Chain = source.Chain,
        HasStaticKeys = keys.HasStaticKeys,
        KeysFile = keys.StaticKeys?.File,
        KeysLine = keys.StaticKeys?.Line ?? 0,
        HasCredentialProcess = keys.Has("credential_process"),
        HasLoginSession = keys.Has("login_session"),
    };

    private static string? FromSession(ProfileKeys profile, ConfigSections sections, string key) =>
        profile["sso_session"] is { } name && sections.Session(name)?[key] is { IsBlock: false } found
            ? found.Value
            : null;
}
