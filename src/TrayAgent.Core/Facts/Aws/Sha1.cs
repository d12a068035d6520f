using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>
/// SHA-1 of short texts, for the names of cache files and for telling tokens apart; nothing is protected by it.
/// .NET's own loads OpenSSL, which takes longer than everything else that <c>status</c> does: docs/benchmarks.md.
/// </summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc3174</remarks>
public static class Sha1
{
    private const int Block = 64;
    private const int Length = sizeof(ulong);

    /// <summary>Of the UTF-8 bytes, in lower-case hexadecimal digits.</summary>
    public static string Hex(string text) => Hex(Encoding.UTF8.GetBytes(text));

    public static string Hex(ReadOnlySpan<byte> content)
    {
        var bytes = Padded(content);
        Span<uint> state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0];
        Span<uint> words = stackalloc uint[80];
        for (var start = 0; start < bytes.Length; start += Block)
        {
            Expand(bytes.AsSpan(start, Block), words);
            Mix(state, words);
        }

        Span<byte> hash = stackalloc byte[5 * sizeof(uint)];
        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(i * sizeof(uint))..], state[i]);
        }

        return Convert.ToHexStringLower(hash);
    }

    /// <summary>A one bit, zeros, and the number of bits at the end of the last block.</summary>
    private static byte[] Padded(ReadOnlySpan<byte> text)
    {
        var padded = new byte[(((text.Length + Length) / Block) + 1) * Block];
        text.CopyTo(padded);
        padded[text.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - Length), (ulong)text.Length * 8);
        return padded;
    }

    private static void Expand(ReadOnlySpan<byte> block, Span<uint> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = i < 16
                ? BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..])
                : BitOperations.RotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        }
    }

    private static void Mix(Span<uint> state, ReadOnlySpan<uint> words)
    {
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4]);
        for (var i = 0; i < words.Length; i++)
        {
            var (f, k) = (i / 20) switch
            {
                0 => ((b & c) | (~b & d), 0x5A827999u),
                1 => (b ^ c ^ d, 0x6ED9EBA1u),
                2 => ((b & c) | (b & d) | (c & d), 0x8F1BBCDCu),
                _ => (b ^ c ^ d, 0xCA62C1D6u),
            };
            (a, b, c, d, e) = (BitOperations.RotateLeft(a, 5) + f + e + k + words[i], a, BitOperations.RotateLeft(b, 30), c, d);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }
}
