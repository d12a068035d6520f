using System.Collections.Immutable;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>The sections of both files, sorted by what they define, as the AWS CLI sorts them.</summary>
/// <remarks>https://github.com/aws/aws-cli/blob/v2/awscli/botocore/configloader.py (build_profile_map)</remarks>
internal sealed class ConfigSections
{
    private readonly Dictionary<string, ProfileKeys> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IniSection> _sessions = new(StringComparer.Ordinal);

    private ConfigSections()
    {
    }

    public IEnumerable<ProfileKeys> Profiles => _profiles.Values;

    public IEnumerable<KeyValuePair<string, IniSection>> Sessions => _sessions;

    public static ConfigSections Sort(
        ImmutableArray<IniSection> config,
        ConfigFindings configFindings,
        ImmutableArray<IniSection> credentials,
        ConfigFindings credentialsFindings)
    {
        var sections = new ConfigSections();
        foreach (var section in config)
        {
            sections.AddConfig(section, configFindings);
        }

        foreach (var section in credentials)
        {
            sections.AddCredentials(section, credentialsFindings);
        }

        return sections;
    }

    public ProfileKeys? Profile(string name) => _profiles.GetValueOrDefault(name);

    public IniSection? Session(string name) => _sessions.GetValueOrDefault(name);

    private void AddConfig(IniSection section, ConfigFindings findings)
    {
        if (section.Header == "default")
        {
            AddProfile(section.Header, section, findings);
        }
        else if (section.Header.StartsWith("profile", StringComparison.Ordinal)
            && ShellWords.Split(section.Header) is [_, var profile])
        {
            HeaderNotes.CheckName(findings, section, profile);
            AddProfile(profile, section, findings);
        }
        else if (section.Header.StartsWith("sso-session", StringComparison.Ordinal)
            && ShellWords.Split(section.Header) is [_, var session])
        {
            HeaderNotes.CheckName(findings, section, session);
            KeyNotes.CheckSession(findings, section);
            AddSession(session, section, findings);
        }
        else
        {
            HeaderNotes.CheckUnnamed(findings, section);
        }
    }

    /// <summary>Of two headers that name one profile the later counts, whole: nothing is merged.</summary>
    private void AddProfile(string name, IniSection section, ConfigFindings findings)
    {
        if (_profiles.TryGetValue(name, out var earlier))
        {
            HeaderNotes.NoteTwice(findings, section, name, earlier.Line);
        }

        _profiles[name] = new ProfileKeys(name, findings.File, section.Line, section);
    }

    private void AddSession(string name, IniSection section, ConfigFindings findings)
    {
        if (_sessions.TryGetValue(name, out var earlier))
        {
            HeaderNotes.NoteTwice(findings, section, name, earlier.Line);
        }

        _sessions[name] = section;
    }

    private void AddCredentials(IniSection section, ConfigFindings findings)
    {
        HeaderNotes.CheckCredentialsName(findings, section);
        if (!_profiles.TryGetValue(section.Header, out var keys))
        {
            keys = new ProfileKeys(section.Header, findings.File, section.Line, config: null);
            _profiles.Add(section.Header, keys);
        }

        keys.Add(section, findings.File);
    }
}
