using TrayAgent.Core.Assess.Explain.Reading;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>Whose call AWS answered: whom the text names, else whom the settings name.</summary>
/// <param name="Words">In the middle of a sentence.</param>
/// <param name="Account">"account '…'", or whose it is.</param>
/// <param name="Short">Without where that is set.</param>
internal sealed record Caller(string Words, string Account, string Short)
{
    /// <summary>Whom Claude Code's settings name, if that is somebody else; null when it is the same, or nobody can tell.</summary>
    public string? Instead { get; private init; }

    /// <summary>At the beginning of a sentence.</summary>
    public string Capital => char.ToUpperInvariant(Words[0]) + Words[1..];

    public static Caller Of(Situation situation) =>
        situation.Principal is { } named ? Named(situation, named) : OfSettings(situation);

    private static Caller Named(Situation situation, Principal named)
    {
        var used = situation.Profile is { } profile && IsProfile(situation.Used) ? PrincipalOf(profile) : null;
        var other = used == named ? null : situation.Snapshot.Config.Profiles.FirstOrDefault(one => PrincipalOf(one) == named);
        return new Caller($"{named}{(other is null ? "" : $" (profile '{other.Name}')")}", $"account '{named.Account}'", $"{named}")
        {
            Instead = used is null || used == named ? null : used.ToString(),
        };
    }

    private static Caller OfSettings(Situation situation) => situation.Used switch
    {
        AwsIdentityKind.BearerToken => Unnamed(
            "the Bedrock API key" + (situation.Claude.Because is { } because ? $" ({because})" : ""), "the Bedrock API key"),
        AwsIdentityKind.Gateway => Unnamed("the gateway of Claude Code"),
        AwsIdentityKind.EnvironmentKeys => Unnamed("the owner of the access keys in the environment"),
        AwsIdentityKind.WebIdentity => Unnamed("the role of 'AWS_WEB_IDENTITY_TOKEN_FILE'"),
        AwsIdentityKind.Container => Unnamed("the role of this container"),
        AwsIdentityKind.InstanceRole or AwsIdentityKind.None => Unnamed("whoever asked"),
        _ => situation.Profile is { } profile ? OfProfile(profile) : Unnamed("whoever asked"),
    };

    private static Caller OfProfile(Profile profile) => PrincipalOf(profile) is { } principal
        ? new Caller(principal.ToString(), $"account '{principal.Account}'", principal.ToString())
        : Unnamed(
            profile.HasStaticKeys ? $"the owner of the access keys of profile '{profile.Name}'" : $"the role of profile '{profile.Name}'",
            $"profile '{profile.Name}'");

    private static Caller Unnamed(string words, string? owner = null) => new(words, $"the account of {owner ?? words}", owner ?? words);

    private static bool IsProfile(AwsIdentityKind used) => used is AwsIdentityKind.Profile or AwsIdentityKind.ExportCommand;

    /// <summary>Null for keys: whose they are is written in no file.</summary>
    private static Principal? PrincipalOf(Profile profile) => profile switch
    {
        { RoleArn: { } role } => Principal.Parse(role),
        { AccountId: { } account, RoleName: { } role } => new Principal(IsUser: false, account, role),
        _ => null,
    };
}
