namespace TrayAgent.Package;

/// <summary>An application bundle for macOS in a tarball. It is signed ad hoc by the SDK, not notarised: the README inside says what to do.</summary>
internal sealed class MacApp(Workshop work, Papers papers)
{
    private const string Rid = "osx-arm64";

    public void Build()
    {
        var name = $"trayagent-{Workshop.Version}-{Rid}";
        var folder = work.Stage(name);
        var contents = Path.Combine(folder, "TrayAgent.app", "Contents");
        LinuxFiles.CopyExecutable(work.Program(Rid, "trayagent"), Path.Combine(contents, "MacOS", "trayagent"));
        Filled.Copy(work.In("installer", "macos", "Info.plist"), Path.Combine(contents, "Info.plist"));
        Directory.CreateDirectory(Path.Combine(contents, "Resources"));
        Pictures.WriteIcns(Path.Combine(contents, "Resources", "trayagent.icns"));
        papers.CopyTo(Path.Combine(contents, "Resources"));
        LinuxFiles.CopyExecutable(work.In("installer", "macos", "trayagent.30s.sh"), Path.Combine(folder, "trayagent.30s.sh"));
        Filled.Copy(work.In("installer", "macos", "README.txt"), Path.Combine(folder, "README.txt"));
        Tarball.Write(folder, Path.Combine(work.Output, $"{name}.tar.gz"));
    }
}
