using System.Text;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.Windows.Tests.Support;

/// <summary>The same developer on Linux, with the native program.</summary>
internal sealed class LinuxTwin : IDisposable
{
    private readonly Dictionary<string, string> _environment;

    public LinuxTwin(IEnumerable<KeyValuePair<string, string>> environment)
    {
        _environment = environment.Where(it => it.Key.StartsWith("AWS_", StringComparison.Ordinal)).ToDictionary();
        _environment["HOME"] = Home;
        _environment["LANG"] = "C.UTF-8";
        _environment["PATH"] = "/nowhere";
    }

    public string Home { get; } = Directory.CreateTempSubdirectory("twin-").FullName;

    public void Write(string path, string text)
    {
        var file = Path.Combine(Home, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public OwnedProcess Start(params string[] arguments) => OwnedProcess.Start(_environment, AgentBinary.Path, arguments);

    public async Task<VerbEnd> RunAsync(params string[] arguments)
    {
        await using var verb = Start(arguments);
        return await WindowsMachine.EndOfAsync(verb);
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
