namespace TrayAgent.Crash.Tests.Support;

/// <summary>What all tests of a run share: a folder, the program that writes, and the library that makes its calls fail.</summary>
public sealed class Workshop : IDisposable
{
    private const string ProgramVariable = "TRAYAGENT_WRITERS";

    private int _folders;

    public Workshop()
    {
        var published = Published();
        Leftovers.Sweep();
        Root = Leftovers.FolderOfThisProcess;
        Directory.CreateDirectory(Root);
        FaultLibrary = Path.Combine(Root, "faults.so");
        var source = Path.Combine(AppContext.BaseDirectory, "Native", "faults.c");
        Tool.Run("gcc", "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", FaultLibrary, source, "-ldl");

        // A copy, because other users must be able to run it, too.
        Program = Path.Combine(Root, "Writers");
        File.Copy(published, Program);
    }

    public string Root { get; }

    internal string Program { get; }

    internal string FaultLibrary { get; }

    /// <summary>A new empty folder.</summary>
    internal string Folder(string name) => Folder(Root, name);

    /// <summary>The same in memory, for what is done very often and asks the disk for nothing.</summary>
    internal string FolderInMemory(string name) => Folder(Leftovers.MemoryOfThisProcess, name);

    public void Dispose()
    {
        Leftovers.Remove(Root);
        if (Directory.Exists(Leftovers.MemoryOfThisProcess))
        {
            Leftovers.Remove(Leftovers.MemoryOfThisProcess);
        }
    }

    private string Folder(string place, string name)
    {
        var path = Path.Combine(place, $"{name}-{Interlocked.Increment(ref _folders)}");
        Directory.CreateDirectory(path);
        return path;
    }

    private static string Published()
    {
        var path = Environment.GetEnvironmentVariable(ProgramVariable);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"These tests run the published program: '{ProgramVariable}' must name it, but is '{path}'. "
                + "Run 'dotnet run build.cs -- crash'.");
    }
}
