namespace TrayAgent.Package;

/// <summary>The setup program for Windows, by NSIS: for one user, without an administrator.</summary>
internal sealed class WindowsSetup(Workshop work, Papers papers)
{
    public void Build()
    {
        var folder = work.Stage("windows");
        var program = work.Program("win-x64", "trayagent.exe");
        File.Copy(program, Path.Combine(folder, "trayagent.exe"));
        Pictures.WriteIco(Path.Combine(folder, "trayagent.ico"));
        new WindowsLauncher(work).Build(folder);
        papers.CopyTo(folder);

        // What Windows opens when somebody double-clicks on it.
        File.Move(Path.Combine(folder, "LICENSE"), Path.Combine(folder, "LICENSE.txt"));
        Workshop.Date(folder);
        work.Run(
            "makensis", "-V2", "-NOCD", $"-DVERSION={Workshop.Version}", $"-DFILES={folder}",
            $"-DOUT={Path.Combine(work.Output, $"trayagent-{Workshop.Version}-setup.exe")}", work.In("installer", "windows", "trayagent.nsi"));
    }
}
