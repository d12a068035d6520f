namespace TrayAgent.Act.Roles;

/// <summary>Credentials of a role on their way to whoever asked; never kept, never written, and they print as <c>***</c>.</summary>
internal sealed class RoleKeys(string accessKeyId, string secretAccessKey, string sessionToken, DateTimeOffset expiration)
{
    public string AccessKeyId => accessKeyId;

    public string SecretAccessKey => secretAccessKey;

    public string SessionToken => sessionToken;

    public DateTimeOffset Expiration => expiration;

    /// <summary>Null when it is not known.</summary>
    public string? AccountId { get; init; }

    public override string ToString() => "***";
}
