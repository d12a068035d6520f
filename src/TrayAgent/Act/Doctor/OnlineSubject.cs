using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Act.Doctor;

/// <summary>Whom the doctor asks about: the sessions in use, and the profile of Claude Code, else that of the shell.</summary>
internal sealed record OnlineSubject
{
    public required ImmutableArray<SsoSession> Sessions { get; init; }

    public required AwsCli Cli { get; init; }

    public Profile? Profile { get; init; }

    /// <summary>What the profile draws on.</summary>
    public SsoSession? Session { get; init; }

    /// <summary>The profile and those that it is reached through, it first.</summary>
    public ImmutableArray<Profile> Links { get; init; } = [];

    /// <summary>A sentence; null when credentials of the profile can be asked for.</summary>
    public string? WhyNoRole { get; init; }

    /// <summary>Where Claude Code calls Bedrock.</summary>
    public string? Region { get; init; }

    /// <summary>A sentence; null when Claude Code calls Bedrock at AWS.</summary>
    public string? WhyNoRegion { get; init; }

    public static OnlineSubject Of(Assessment assessment)
    {
        var snapshot = assessment.Snapshot;
        var config = snapshot.Config;
        var identity = AwsIdentities.OfClaude(snapshot.Claude, snapshot.ConfigOfClaude);
        var name = identity.Profile ?? (identity.Kind == AwsIdentityKind.NotAws ? snapshot.Environment.Profile : null);
        var profile = name is null || snapshot.ConfigElsewhere is not null ? null : config.Profile(name);
        var session = profile?.Session is { } used ? config.Session(used) : null;
        return new OnlineSubject
        {
            Sessions =
            [
                .. assessment.Sessions.Where(status => status.Matters).Select(status => status.Session)
                    .Concat(session is null ? [] : [session])
                    .DistinctBy(one => one.Name),
            ],
            Cli = snapshot.AwsCli,
            Profile = profile,
            Session = session,
            Links = profile is null ? [] : profile.Chain.IsEmpty ? [profile] : [.. profile.Chain.Select(config.Profile).OfType<Profile>()],
            WhyNoRole = snapshot.ConfigElsewhere is { } elsewhere
                ? $"Claude Code reads its profiles from '{elsewhere.ConfigFile}', and this program from '{config.ConfigFile}'."
                : WhyNoRoleOf(identity, name, profile, session),
            Region = ClaudeRegion.Of(snapshot.Claude, snapshot.ConfigOfClaude).Name,
            WhyNoRegion = ClaudeProviders.Of(snapshot.Claude) != ClaudeProvider.Bedrock ? "Claude Code does not call Bedrock at AWS here."
                : snapshot.Claude.Text(ClaudeKeys.BedrockBaseUrl) is not null ? "Claude Code calls another address ('ANTHROPIC_BEDROCK_BASE_URL')."
                : null,
        };
    }

    private static string? WhyNoRoleOf(AwsIdentity identity, string? name, Profile? profile, SsoSession? session) => identity.Kind switch
    {
        AwsIdentityKind.BearerToken => "Claude Code uses a Bedrock API key and no profile.",
        AwsIdentityKind.EnvironmentKeys => "Claude Code uses the access keys of its environment and no profile.",
        _ when name is null => "Neither Claude Code's settings nor AWS_PROFILE name a profile.",
        _ when profile is null => $"The profile '{name}' does not exist.",
        _ when session is null => $"The profile '{name}' does not use AWS SSO.",
        _ when profile.Kind is not (ProfileKind.SsoSession or ProfileKind.LegacySso or ProfileKind.RoleChain) =>
            $"The profile '{name}' is not complete.",
        _ => null,
    };
}
