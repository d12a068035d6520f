using System.Globalization;

namespace TrayAgent.Crash.Tests.Support;

/// <summary>
/// Mounts and loop devices outlive a run that was killed: they are found by the name of its folder and undone by the next one.
/// </summary>
internal static class Leftovers
{
    private const string Disk = "/tmp";
    private const string Memory = "/dev/shm";
    private const string Prefix = "trayagent-crash-";

    public static string FolderOfThisProcess => Path.Combine(Disk, Name);

    /// <summary>Where the disk need not be waited for; on the disk when this system has no such place.</summary>
    public static string MemoryOfThisProcess => Path.Combine(Directory.Exists(Memory) ? Memory : Disk, Name + "-m");

    private static string Name => Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    public static void Sweep()
    {
        foreach (var folder in new[] { Disk, Memory }.Where(Directory.Exists).SelectMany(place => Directory.GetDirectories(place, Prefix + "*")))
        {
            var process = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (Directory.Exists($"/proc/{process}") && process != Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            {
                continue;
            }

            try
            {
                Remove(folder);
            }
            catch (UnauthorizedAccessException)
            {
                // Of another user, who has to sweep it.
            }
        }
    }

    /// <summary>A disk lies in a file of another mount, so it goes before that.</summary>
    public static void Remove(string folder)
    {
        foreach (var mount in MountsBelow(folder).Reverse())
        {
            Mount.Detach(mount);
        }

        foreach (var device in LoopDevice.BackedBelow(folder))
        {
            device.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<string> MountsBelow(string folder) =>
        from line in File.ReadAllLines("/proc/self/mountinfo")
        let point = line.Split(' ')[4]
        where point.StartsWith(folder + "/", StringComparison.Ordinal)
        select point;
}
