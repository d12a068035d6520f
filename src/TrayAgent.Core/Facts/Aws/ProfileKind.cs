namespace TrayAgent.Core.Facts.Aws;

/// <summary>How a profile gets its credentials, judged as AWS CLI v2 would.</summary>
public enum ProfileKind
{
    SsoSession,
    LegacySso,
    RoleChain,
    Static,
    CredentialProcess,
    AwsLogin,

    /// <summary>Something is missing: an SSO profile without account or role, or no source of credentials at all.</summary>
    Incomplete,

    /// <summary>It contradicts itself or names what does not exist: an unknown session, a role chain that loops or dangles.</summary>
    Broken,
}
