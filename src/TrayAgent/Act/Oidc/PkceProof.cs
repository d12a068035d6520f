using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TrayAgent.Act.Oidc;

/// <summary>What binds the browser's answer to this sign-in (RFC 7636); holds a secret and prints as <c>***</c>.</summary>
internal sealed class PkceProof
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const int Length = 64;

    private PkceProof(string verifier, string state) => (Verifier, State) = (verifier, state);

    public static PkceProof New() => new(RandomNumberGenerator.GetString(Unreserved, Length), RandomUuid());

    /// <summary>For the request that redeems the code, for nothing else.</summary>
    public string Verifier { get; }

    /// <summary>Comes back with the browser's answer.</summary>
    public string State { get; }

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public override string ToString() => "***";

    /// <summary>Version 4 of RFC 9562, as the AWS CLI sends it; <see cref="Guid.NewGuid"/> does not promise good randomness.</summary>
    private static string RandomUuid()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
