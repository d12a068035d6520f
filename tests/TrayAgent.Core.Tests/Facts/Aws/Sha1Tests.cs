using System.Security.Cryptography;
using System.Text;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Facts.Aws;

public sealed class Sha1Tests
{
    /// <summary>https://www.rfc-editor.org/rfc/rfc3174, and the well-known one of nothing.</summary>
    [Theory]
    [InlineData("", "da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [InlineData("abc", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1")]
    public void Agrees_with_the_vectors_of_its_specification(string text, string hash) => Assert.Equal(hash, Sha1.Hex(text));

    [Fact]
    public void Agrees_with_the_implementation_of_the_system_at_every_length_around_the_block_boundaries()
    {
        for (var length = 0; length < 300; length++)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)(' ' + (((i * 7) + length) % 0x500))));
#pragma warning disable CA5350 // That is what is compared.
            Assert.Equal(Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text))), Sha1.Hex(text));
#pragma warning restore CA5350
        }
    }
}
