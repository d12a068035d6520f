using System.Buffers;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Assess.Explain.Reading;

/// <summary>Who asked, as an error of AWS names it: a role or a user of an account.</summary>
/// <param name="IsUser">Else it is a role.</param>
/// <param name="Account">Twelve digits.</param>
/// <param name="Name">Of the role or user; of a role of IAM Identity Center that of the permission set, as profiles name it.</param>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html</remarks>
internal sealed record Principal(bool IsUser, string Account, string Name)
{
    private const string PermissionSet = "AWSReservedSSO_";

    /// <summary>A permission set's role ends with an underscore and 16 hex digits.</summary>
    private const int SuffixLength = 17;

    /// <summary>What stands at both ends of a wrapped line.</summary>
    private const string Frames = "\u2502|>";

    private static readonly SearchValues<char> OfArns =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+=,.@-:/");

    /// <summary>"role 'Developer' in account '111122223333'".</summary>
    public override string ToString() => $"{(IsUser ? "user" : "role")} '{Name}' in account '{Account}'";

    /// <summary>Null when it has not that form; line wraps and frames inside of it do not matter.</summary>
    /// <param name="arn">With or without the <c>arn:</c> at its beginning.</param>
    public static Principal? Parse(string? arn)
    {
        var text = string.Concat((arn ?? "").Where(character => !char.IsWhiteSpace(character) && !Frames.Contains(character)));
        return text.AsSpan().IndexOfAnyExcept(OfArns) < 0
            && (text.StartsWith("arn:", StringComparison.Ordinal) ? text[4..] : text).Split(':') is [var partition, "sts" or "iam", "", var account, var resource]
            && partition.StartsWith("aws", StringComparison.Ordinal)
            && account.Length == 12 && account.All(char.IsAsciiDigit)
            && Named(account, resource.Split('/')) is { } principal
            && SecretText.Masked(principal.Name) == principal.Name
            ? principal
            : null;
    }

    private static Principal? Named(string account, string[] resource) => resource switch
    {
        ["assumed-role", { Length: > 0 } name, _] => new Principal(IsUser: false, account, WithoutReserved(name)),
        ["role", .., { Length: > 0 } name] => new Principal(IsUser: false, account, WithoutReserved(name)),
        ["user" or "federated-user", .., { Length: > 0 } name] => new Principal(IsUser: true, account, name),
        _ => null,
    };

    private static string WithoutReserved(string role) =>
        role.StartsWith(PermissionSet, StringComparison.Ordinal) && role.Length > PermissionSet.Length + SuffixLength && role[^SuffixLength] == '_'
            ? role[PermissionSet.Length..^SuffixLength]
            : role;
}
