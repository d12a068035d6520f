namespace TrayAgent.Core.Facts.Claude;

/// <summary>Where credentials for AWS come from.</summary>
public enum AwsIdentityKind
{
    /// <summary>Claude Code does not call AWS.</summary>
    NotAws,

    /// <summary>Nothing is signed: a gateway does it.</summary>
    Gateway,

    /// <summary><c>AWS_BEARER_TOKEN_BEDROCK</c>.</summary>
    BearerToken,

    /// <summary><c>awsCredentialExport</c>.</summary>
    ExportCommand,

    /// <summary>A profile of the AWS config.</summary>
    Profile,

    /// <summary>Access keys in the environment.</summary>
    EnvironmentKeys,

    /// <summary><c>AWS_WEB_IDENTITY_TOKEN_FILE</c>.</summary>
    WebIdentity,

    /// <summary>The credentials of a container.</summary>
    Container,

    /// <summary>What the machine's metadata service gives, if there is one.</summary>
    InstanceRole,

    None,
}
