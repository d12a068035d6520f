using System.Collections.Immutable;
using System.Text;

namespace TrayAgent.Peers.Tests.Configs;

/// <summary>Samples as files, a folder for each; gone at the end.</summary>
internal sealed class ConfigFolders : IDisposable
{
    // Tens of thousands of files cost a disk minutes that nobody learns anything from.
    private const string Memory = "/dev/shm";

    private readonly string _root = Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"trayagent-{Guid.NewGuid():N}");

    public ConfigFolders(IReadOnlyList<ConfigSample> samples)
    {
        Samples = samples;
        Paths = [.. samples.Select((sample, number) => Write(sample, Path.Combine(_root, $"{number}")))];
    }

    public IReadOnlyList<ConfigSample> Samples { get; }

    public ImmutableArray<string> Paths { get; }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Write(ConfigSample sample, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "config"), Encoding.UTF8.GetBytes(sample.Config));
        File.WriteAllBytes(Path.Combine(folder, "credentials"), Encoding.UTF8.GetBytes(sample.Credentials));
        return folder;
    }
}
