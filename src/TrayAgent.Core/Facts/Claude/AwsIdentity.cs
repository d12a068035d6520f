namespace TrayAgent.Core.Facts.Claude;

/// <summary>Whose credentials a program uses for AWS.</summary>
/// <param name="Profile">The profile they come from; null when none is involved.</param>
/// <param name="Session">The SSO session behind the profile; null when there is none.</param>
public sealed record AwsIdentity(AwsIdentityKind Kind, string? Profile = null, string? Session = null)
{
    /// <summary>Who decides: a key and its source as one would say it; for people.</summary>
    public string? Because { get; init; }

    /// <summary>A profile is the same whoever chose it, also when a command hands out its credentials.</summary>
    public bool IsSameAs(AwsIdentity other) =>
        Profile is not null || other.Profile is not null ? Profile == other.Profile : Kind == other.Kind;
}
