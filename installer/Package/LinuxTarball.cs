namespace TrayAgent.Package;

/// <summary>For every Linux, without root: unpack, <c>./install.sh</c>.</summary>
internal sealed class LinuxTarball(Workshop work, Papers papers)
{
    public void Build()
    {
        var name = $"trayagent-{Workshop.Version}-{LinuxFiles.Rid}";
        var folder = work.Stage(name);
        LinuxFiles.CopyProgram(work, Path.Combine(folder, "trayagent"));
        LinuxFiles.CopyExecutable(work.In("installer", "linux", "install.sh"), Path.Combine(folder, "install.sh"));
        LinuxFiles.WriteShare(work, Path.Combine(folder, "share"));

        // %h is the home in a unit of a user's manager.
        Filled.Copy(
            work.In("installer", "linux", "trayagent.service"), Path.Combine(folder, "share", "systemd", "user", "trayagent.service"),
            ("PROGRAM", "%h/.local/bin/trayagent"));
        papers.CopyTo(folder);
        Tarball.Write(folder, Path.Combine(work.Output, $"{name}.tar.gz"));
    }
}
