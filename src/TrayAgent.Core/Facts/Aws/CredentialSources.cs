using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>Finds the source of a profile's credentials in the order in which the AWS CLI tries its providers.</summary>
/// <remarks>https://github.com/aws/aws-cli/blob/v2/awscli/botocore/credentials.py (create_credential_resolver)</remarks>
internal sealed class CredentialSources(ConfigSections sections)
{
    /// <summary>No organisation chains more; without a limit, a file of n links would cost n² steps.</summary>
    private const int MostLinks = 100;

    private static readonly string[] RoleKeys = ["sso_account_id", "sso_role_name"];
    private static readonly string[] LegacyKeys = ["sso_start_url", "sso_region", .. RoleKeys];

    public CredentialSource Of(ProfileKeys profile) => profile.AssumesRole ? ThroughRoles(profile) : Own(profile);

    /// <remarks>AssumeRoleProvider: a profile may name itself as its source if it has static keys.</remarks>
    private CredentialSource ThroughRoles(ProfileKeys profile)
    {
        var chain = new List<string> { profile.Name };
        for (var current = profile; chain.Count <= MostLinks;)
        {
            if (current["source_profile"] is not { } source || current.Has("credential_source"))
            {
                return WithoutSourceProfile(current, chain);
            }

            var isRepeat = chain.Contains(source);
            var isSelf = source == current.Name;
            chain.Add(source);
            if (sections.Profile(source) is not { } next || (isRepeat && !(isSelf && next.HasStaticKeys)))
            {
                return new CredentialSource(ProfileKind.Broken, null, [.. chain]);
            }

            if (next.HasStaticKeys || !next.AssumesRole)
            {
                var end = Own(next);
                var isDangling = end.Kind is ProfileKind.Broken or ProfileKind.Incomplete;
                return new CredentialSource(
                    isDangling ? ProfileKind.Broken : ProfileKind.RoleChain, end.Session, [.. chain]);
            }

            current = next;
        }

        return new CredentialSource(ProfileKind.Broken, null, [.. chain]);
    }

    private static CredentialSource WithoutSourceProfile(ProfileKeys last, List<string> chain) =>
        new(
            (last.Has("source_profile"), last.Has("credential_source")) switch
            {
                (false, true) => ProfileKind.RoleChain,
                (false, false) when chain.Count == 1 => ProfileKind.Incomplete,
                _ => ProfileKind.Broken,
            },
            null,
            [.. chain]);

    private CredentialSource Own(ProfileKeys profile)
    {
        if (profile.Has("role_arn") && profile.Has("web_identity_token_file"))
        {
            return new CredentialSource(ProfileKind.RoleChain);
        }

        if (profile.Has("sso_account_id") || profile.Has("sso_role_name"))
        {
            return Sso(profile);
        }

        if (profile.HasInCredentials("aws_access_key_id"))
        {
            return Static(profile);
        }

        return profile.Has("login_session") ? new CredentialSource(ProfileKind.AwsLogin)
            : profile.Has("credential_process") ? new CredentialSource(ProfileKind.CredentialProcess)
            : profile.Has("aws_access_key_id") ? Static(profile)
            : SsoWithoutRole(profile);
    }

    private static CredentialSource Static(ProfileKeys profile) =>
        new(profile.HasText("aws_secret_access_key") ? ProfileKind.Static : ProfileKind.Incomplete);

    private CredentialSource Sso(ProfileKeys profile)
    {
        if (profile["sso_session"] is not { } name)
        {
            var isLegacy = LegacyKeys.All(profile.HasText);
            return new CredentialSource(isLegacy ? ProfileKind.LegacySso : ProfileKind.Incomplete, LegacySession(profile));
        }

        if (sections.Session(name) is not { } session)
        {
            return new CredentialSource(ProfileKind.Broken);
        }

        // The AWS CLI fills in from the session whatever the profile lacks, even account and role.
        var isComplete = RoleKeys.All(key => profile.HasText(key) || HasText(session, key));
        return new CredentialSource(
            Contradicts(profile, session) ? ProfileKind.Broken
            : isComplete && HasText(session, "sso_start_url") && HasText(session, "sso_region") ? ProfileKind.SsoSession
            : ProfileKind.Incomplete,
            name);
    }

    /// <summary>Signing in works, but there are no credentials: which account and role is not said.</summary>
    private CredentialSource SsoWithoutRole(ProfileKeys profile) => profile["sso_session"] switch
    {
        null => new CredentialSource(ProfileKind.Incomplete, LegacySession(profile)),
        var name when sections.Session(name) is null => new CredentialSource(ProfileKind.Broken),
        var name => new CredentialSource(ProfileKind.Incomplete, name),
    };

    private static string? LegacySession(ProfileKeys profile) =>
        profile.HasText("sso_start_url") ? profile["sso_start_url"] : null;

    /// <summary>The AWS CLI refuses a profile that repeats a key of its session with another value.</summary>
    private static bool Contradicts(ProfileKeys profile, IniSection session) =>
        session.Keys.Any(key => profile.Has(key.LookupName) && profile[key.LookupName] != key.Value && !key.IsBlock);

    private static bool HasText(IniSection section, string key) => section[key] is { Value.Length: > 0 };
}
