using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace TrayAgent.Package;

/// <summary>A <c>.deb</c>, by Debian's own tool. Nothing starts at installation, and the unit for systemd is there but off.</summary>
internal sealed class DebianPackage(Workshop work, Papers papers)
{
    private const int Kilobyte = 1024;

    public void Build()
    {
        var root = work.Stage("deb");
        LinuxFiles.CopyProgram(work, Path.Combine(root, "usr", "bin", "trayagent"));
        LinuxFiles.WriteShare(work, Path.Combine(root, "usr", "share"));
        Filled.Copy(
            work.In("installer", "linux", "trayagent.service"), Path.Combine(root, "usr", "lib", "systemd", "user", "trayagent.service"),
            ("PROGRAM", "/usr/bin/trayagent"));
        var documents = Path.Combine(root, "usr", "share", "doc", "trayagent");
        papers.CopyTo(documents);

        // Where Debian looks for it.
        File.Move(Path.Combine(documents, "LICENSE"), Path.Combine(documents, "copyright"));
        WriteChangelog(Path.Combine(documents, "changelog.gz"));
        string[] files = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var size = files.Sum(file => new FileInfo(file).Length) / Kilobyte;
        Filled.Copy(work.In("installer", "linux", "control"), Path.Combine(root, "DEBIAN", "control"), ("SIZE", $"{size}"));
        File.WriteAllText(Path.Combine(root, "DEBIAN", "md5sums"), string.Concat(files.Select(file => $"{Md5(file)}  {Path.GetRelativePath(root, file)}\n")));
        Workshop.Date(root);
        work.Run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, Path.Combine(work.Output, $"trayagent_{Workshop.Version}_amd64.deb"));
    }

    private void WriteChangelog(string path)
    {
        var time = Workshop.Time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
        using var zip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        zip.Write(Encoding.UTF8.GetBytes(Filled.Text(work.In("installer", "linux", "changelog"), ("TIME", time))));
    }

    /// <summary>What <c>dpkg --verify</c> compares; it knows no other sum.</summary>
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The format of the .deb.")]
    private static string Md5(string file) => Convert.ToHexStringLower(MD5.HashData(File.ReadAllBytes(file)));
}
