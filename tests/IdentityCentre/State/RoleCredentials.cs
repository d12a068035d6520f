namespace TrayAgent.Loopback.State;

/// <summary>Temporary keys of a role; they outlive the portal session they came from.</summary>
internal sealed record RoleCredentials(
    string AccessKeyId, string SecretAccessKey, string SessionToken, DateTimeOffset Expiration)
{
    public required string AccountId { get; init; }

    /// <summary>The role's name as IAM knows it (<c>AWSReservedSSO_...</c> for a permission set).</summary>
    public required string IamRoleName { get; init; }

    public required string RoleSessionName { get; init; }

    public string Arn => $"arn:aws:sts::{AccountId}:assumed-role/{IamRoleName}/{RoleSessionName}";

    public string RoleId => "AROA" + Minted.StableId(AccountId + IamRoleName);

    public override string ToString() => $"{AccessKeyId} ***";
}
