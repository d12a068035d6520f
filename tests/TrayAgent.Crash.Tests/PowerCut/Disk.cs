using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.PowerCut;

/// <summary>A disk in memory whose power can be cut.</summary>
internal sealed class Disk : IDisposable
{
    private readonly FileSystem _fileSystem;
    private readonly Mount _memory;
    private readonly LoopDevice _device;
    private Mount? _mount;

    /// <param name="memory">As a size of tmpfs; less than the disk has is a disk that is thinner than it says.</param>
    public Disk(Workshop workshop, FileSystem fileSystem, string memory = "512m")
    {
        Privilege.RequireLoopDevices();
        _fileSystem = fileSystem;
        var place = workshop.Folder("disk");
        _memory = Mount.OfMemory(Path.Combine(place, "memory"), $"size={memory}");
        var image = Path.Combine(_memory.Folder, "image");
        using (var file = File.Create(image))
        {
            file.SetLength(fileSystem.Megabytes * 1024L * 1024);
        }

        Tool.Run(fileSystem.Maker[0], [.. fileSystem.Maker[1..], image]);
        _device = LoopDevice.Attach(image);
        Folder = Path.Combine(place, "mount");
        _mount = MountDevice();
    }

    public string Folder { get; }

    /// <summary>Where its bytes lie.</summary>
    public string Memory => _memory.Folder;

    /// <summary>All that was written so far survives.</summary>
    public void Sync() => OnFolder(descriptor => LibC.SyncFileSystem(descriptor));

    public void CutPower(JournalEnd journal)
    {
        var how = (int)journal;
        OnFolder(descriptor => LibC.Control(descriptor, LibC.Shutdown, ref how));
    }

    /// <summary>The disk as it is found after the power is back.</summary>
    public void Restart()
    {
        _mount?.Dispose();
        _mount = MountDevice();
    }

    public void Dispose()
    {
        _mount?.Dispose();
        _device.Dispose();
        _memory.Dispose();
    }

    private Mount MountDevice() => Mount.Of(_device.Path, _fileSystem.Type, Folder, _fileSystem.Options);

    private void OnFolder(Func<int, int> call)
    {
        var descriptor = LibC.Open(Folder, 0x80000);
        try
        {
            Assert.Equal(0, call(descriptor));
        }
        finally
        {
            _ = LibC.Close(descriptor);
        }
    }
}
