using TrayAgent.Package;

// 'icon FILE' draws the icon of the Windows program, which is built with it. Otherwise called by 'dotnet run build.cs -- package',
// from the root of the repository, when the programs are published.
if (args is ["icon", var icon])
{
    Pictures.WriteIco(Path.GetFullPath(icon));
    return 0;
}

try
{
    var work = new Workshop(Path.GetFullPath("."));
    var papers = Papers.Write(work);
    new LinuxTarball(work, papers).Build();
    new DebianPackage(work, papers).Build();
    new WindowsSetup(work, papers).Build();
    new MacApp(work, papers).Build();
    Checksums.Write(work.Output);
    return 0;
}
catch (PackageException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
