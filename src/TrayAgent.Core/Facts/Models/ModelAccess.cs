namespace TrayAgent.Core.Facts.Models;

/// <summary>What AWS says of an account and one model. That a call will work it does not say: the use case form and permissions are not in it.</summary>
/// <param name="Agreement">The subscription.</param>
/// <param name="IsAuthorized">Whether the caller is, by what AWS says; null when it does not.</param>
public sealed record ModelAccess(AgreementState Agreement, bool? IsAuthorized)
{
    /// <summary>Why the subscription failed, in the words of AWS.</summary>
    public string? Error { get; init; }
}
