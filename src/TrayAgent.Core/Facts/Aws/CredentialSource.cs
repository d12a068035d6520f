using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>Where the AWS CLI would take a profile's credentials from.</summary>
/// <param name="Chain">The profiles on the way, when a role is assumed.</param>
internal readonly record struct CredentialSource(ProfileKind Kind, string? Session, ImmutableArray<string> Chain)
{
    public CredentialSource(ProfileKind kind, string? session = null)
        : this(kind, session, [])
    {
    }
}
