using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Reading;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>The machine as one error text sees it: which profile and session it is probably about.</summary>
internal sealed class Situation
{
    private const int LongestShown = 64;

    private readonly ImmutableDictionary<string, string> _said;

    public Situation(Assessment assessment, ImmutableDictionary<string, string> said)
    {
        (Assessment, _said) = (assessment, said);
        Profile = NamedProfile() ?? (MissingProfile is null ? UsedProfile() : null);
        Session = MissingSession is null ? NamedSession() ?? SessionOf(Profile) ?? (MissingProfile is null ? OnlySession() : null) : null;
    }

    public Assessment Assessment { get; }

    public Snapshot Snapshot => Assessment.Snapshot;

    /// <summary>The one that the text names, else Claude Code's, else the shell's; null when there is none.</summary>
    public Profile? Profile { get; }

    /// <summary>The one that the text names, else the profile's, else the only one that can be meant.</summary>
    public SessionStatus? Session { get; }

    /// <summary>A profile that the text names and the config does not have.</summary>
    public string? MissingProfile => Said("profile") is { } name && ProfileCalled(name) is null ? Shown(name) : null;

    /// <summary>A session that the text names and the config does not have.</summary>
    public string? MissingSession => Said("session") is { } name && SessionCalled(name) is null && MigratedSession is null ? Shown(name) : null;

    /// <summary>The text names a start URL, as only the legacy format does, and the config has it in this <c>[sso-session]</c>.</summary>
    /// <remarks>https://github.com/boto/botocore/blob/develop/botocore/utils.py, SSOTokenLoader</remarks>
    public SessionStatus? MigratedSession => Said("session") is not { } url || SessionCalled(url) is not null ? null
        : Assessment.Sessions.FirstOrDefault(status => status.Session is { Kind: SessionKind.SsoSession, StartUrl: { } own }
            && IsTheSame(StartUrls.Key(own), StartUrls.Key(url)));

    /// <summary>Where Claude Code calls Bedrock; without Claude Code the profile's.</summary>
    public string? Region => IsBedrock ? ClaudeRegion.Of(Snapshot.Claude, Snapshot.ConfigOfClaude).Name : Profile?.Region;

    /// <summary>Whose credentials Claude Code uses.</summary>
    public AwsIdentity Claude => AwsIdentities.OfClaude(Snapshot.Claude, Snapshot.ConfigOfClaude);

    /// <summary>What kind of credentials was probably used; the text itself may know better.</summary>
    public AwsIdentityKind Used =>
        Said("profile") is not null ? AwsIdentityKind.Profile
        : IsBedrock ? Claude.Kind
        : HasKeysInEnvironment ? AwsIdentityKind.EnvironmentKeys
        : AwsIdentityKind.Profile;

    /// <summary>Who asked, where the text says so.</summary>
    public Principal? Principal => Principal.Parse(Said("user"));

    public bool HasKeysInEnvironment => !Snapshot.Environment.CredentialVariables.IsDefaultOrEmpty;

    /// <summary>What stood in that gap of the text.</summary>
    public string? Said(string gap) => _said.GetValueOrDefault(gap) is { Length: > 0 } name ? name : null;

    /// <summary>The first finding with one of these codes, the codes in this order; one about the profile or session comes first.</summary>
    public Finding? Finding(params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            var found = Assessment.Findings.Where(finding => finding.Code == code).ToList();
            if ((found.Find(IsAboutThis) ?? found.FirstOrDefault()) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    public bool IsBedrock => ClaudeProviders.Of(Snapshot.Claude) == ClaudeProvider.Bedrock;

    /// <summary>A profile may be called by a name that was wrapped.</summary>
    private Profile? ProfileCalled(string name) => Snapshot.Config.Profile(name)
        ?? Snapshot.Config.Profiles.FirstOrDefault(profile => IsTheSame(profile.Name, name));

    private SessionStatus? SessionCalled(string name) => Assessment.Session(name)
        ?? Assessment.Sessions.FirstOrDefault(session => IsTheSame(session.Name, name));

    private Profile? NamedProfile() => Said("profile") is { } name ? ProfileCalled(name) : null;

    private SessionStatus? NamedSession() => Said("session") is { } name ? SessionCalled(name) ?? MigratedSession : null;

    private Profile? UsedProfile() =>
        (Claude.Profile ?? Snapshot.Claude.AwsProfile ?? Snapshot.Environment.Profile) is { } name ? Snapshot.Config.Profile(name)
        : Snapshot.Config.Profiles.Length == 1 ? Snapshot.Config.Profiles[0]
        : null;

    private SessionStatus? SessionOf(Profile? profile) => profile?.Session is { } name ? Assessment.Session(name) : null;

    private SessionStatus? OnlySession()
    {
        var mattering = Assessment.Sessions.Where(session => session.Matters).ToList();
        return Profile is not null ? null
            : mattering.Count == 1 ? mattering[0]
            : Assessment.Sessions.Length == 1 ? Assessment.Sessions[0]
            : null;
    }

    private bool IsAboutThis(Finding finding) => finding.Subject == Profile?.Name || finding.Subject == Session?.Name;

    private static bool IsTheSame(string name, string wrapped) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c))) == string.Concat(wrapped.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>What is no name of this machine may be anything, also a secret.</summary>
    private static string Shown(string name) =>
        name.Length <= LongestShown && SecretText.Masked(name) == name && LongestRun(name) < 20 ? name : SecretName.Mask;

    private static int LongestRun(string name)
    {
        var (longest, run) = (0, 0);
        foreach (var character in name)
        {
            run = char.IsAsciiLetterOrDigit(character) || character is '+' or '/' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
