namespace TrayAgent.Crash.Tests.Support;

/// <summary>A file as a block device. Nothing holds it open between two mounts, or the kernel would keep what the disk never got.</summary>
internal sealed class LoopDevice : IDisposable
{
    private LoopDevice(string path) => Path = path;

    public string Path { get; }

    public static LoopDevice Attach(string file) => new(Tool.Run("losetup", "--find", "--show", file));

    /// <summary>Those that an earlier run left.</summary>
    public static IEnumerable<LoopDevice> BackedBelow(string folder) =>
        from device in Directory.GetDirectories("/sys/block", "loop*")
        let backing = System.IO.Path.Combine(device, "loop", "backing_file")
        where File.Exists(backing) && File.ReadAllText(backing).StartsWith(folder + "/", StringComparison.Ordinal)
        select new LoopDevice("/dev/" + System.IO.Path.GetFileName(device));

    public void Dispose() => Tool.Run("losetup", "--detach", Path);
}
