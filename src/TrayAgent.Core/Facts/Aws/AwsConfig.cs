using System.Collections.Immutable;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>What <c>~/.aws/config</c> and <c>~/.aws/credentials</c> together say, as AWS CLI v2 reads them.</summary>
public sealed record AwsConfig
{
    /// <summary>Full path of the config file in use (<c>AWS_CONFIG_FILE</c> is honoured).</summary>
    public required string ConfigFile { get; init; }

    /// <summary>Full path of the credentials file in use (<c>AWS_SHARED_CREDENTIALS_FILE</c> is honoured).</summary>
    public required string CredentialsFile { get; init; }

    /// <summary>All profiles of both files, ordinal by name.</summary>
    public ImmutableArray<Profile> Profiles { get; init; } = [];

    /// <summary>All <c>[sso-session]</c> sections and legacy start URLs, ordinal by name.</summary>
    public ImmutableArray<SsoSession> Sessions { get; init; } = [];

    /// <summary>Why AWS CLI v2 refuses a whole file; what could be read leniently is in the lists all the same.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Constructs that AWS CLI v2 accepts but another SDK rejects or reads differently.</summary>
    public ImmutableArray<PortabilityNote> PortabilityNotes { get; init; } = [];

    /// <summary>Sections that are meant as a profile or session, and that the AWS CLI takes for neither, whatever stands in them.</summary>
    public IEnumerable<PortabilityNote> Unseen => PortabilityNotes.Where(note =>
        note.File == ConfigFile && note.Tools.Contains(Tools.AwsCli)
        && note.Construct is "name-with-space" or "spaces-in-brackets" or "header-spacing");

    /// <summary>Why the SDK for JavaScript, and so Claude Code itself, does not see the section of a profile that the AWS CLI reads; null: it sees it.</summary>
    public PortabilityNote? HiddenFromClaude(string profile) => Profile(profile) is not { } found ? null : PortabilityNotes.FirstOrDefault(note =>
        note.File == found.File && note.Line == found.Line && note.Tools.Contains(Tools.JavaScript)
        && note.Construct is "header-spacing" or "name-characters" or "quoted-name" or "header-kind" or "header-comment" or "comment-in-brackets"
            or "name-with-space");

    /// <summary><c>endpoint_url</c> lines of profiles and <c>[services]</c> sections.</summary>
    public ImmutableArray<EndpointOverride> EndpointOverrides { get; init; } = [];

    public Profile? Profile(string name) => Profiles.FirstOrDefault(profile => profile.Name == name);

    public SsoSession? Session(string name) => Sessions.FirstOrDefault(session => session.Name == name);
}
