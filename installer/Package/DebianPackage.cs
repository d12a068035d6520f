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
        var size = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / Kilobyte;
        Filled.Copy(work.In("installer", "linux", "control"), Path.Combine(root, "DEBIAN", "control"), ("SIZE", $"{size}"));
        work.Run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, Path.Combine(work.Output, $"trayagent_{Workshop.Version}_amd64.deb"));
    }
}
