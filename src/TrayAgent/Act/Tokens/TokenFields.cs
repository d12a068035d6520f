namespace TrayAgent.Act.Tokens;

/// <summary>All that we write into a token file; holds secrets and prints as <c>***</c>.</summary>
internal sealed record TokenFields
{
    public string? StartUrl { get; init; }

    public string? Region { get; init; }

    public required string AccessToken { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public DateTimeOffset? RegistrationExpiresAt { get; init; }

    public string? RefreshToken { get; init; }

    public override string ToString() => "***";
}
