using System.Security.Cryptography;

namespace TrayAgent.Package;

/// <summary><c>SHA256SUMS</c>, as <c>sha256sum --check</c> reads it.</summary>
internal static class Checksums
{
    private const string Name = "SHA256SUMS";

    public static void Write(string folder)
    {
        var lines = Directory.GetFiles(folder)
            .Where(file => Path.GetFileName(file) != Name)
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Convert.ToHexStringLower(Sum(file))}  {Path.GetFileName(file)}\n");
        File.WriteAllText(Path.Combine(folder, Name), string.Concat(lines));
    }

    private static byte[] Sum(string file)
    {
        using var stream = File.OpenRead(file);
        return SHA256.HashData(stream);
    }
}
