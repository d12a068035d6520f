using System.Runtime.InteropServices;

namespace TrayAgent.Crash.Tests.Support;

/// <summary>A mounted file system; gone when disposed.</summary>
internal sealed class Mount : IDisposable
{
    private const int Busy = 16;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private Mount(string folder) => Folder = folder;

    public string Folder { get; }

    public static Mount Of(string source, string type, string folder, string options = "")
    {
        Privilege.Require();
        Directory.CreateDirectory(folder);
        if (System(source, folder, type, 0, options) != 0)
        {
            throw new InvalidOperationException($"Mounting {type} with '{options}' on '{folder}' failed: {Reason}. {Privilege.Advice}");
        }

        return new Mount(folder);
    }

    public static Mount OfMemory(string folder, string options) => Of("tmpfs", "tmpfs", folder, options);

    /// <summary>Shows <paramref name="source"/>, a file or a folder, at another place as well.</summary>
    public static Mount Bind(string source, string place, BindMode mode)
    {
        Privilege.Require();
        Check(System(source, place, "", LibC.BindMount, ""), $"Binding '{source}' to '{place}'");
        var mount = new Mount(place);
        if (mode == BindMode.ReadOnly)
        {
            Check(
                System(source, place, "", LibC.BindMount | LibC.Remount | LibC.ReadOnlyMount, ""),
                $"Making '{place}' read-only");
        }

        return mount;
    }

    public void Change(string options) => Check(System("", Folder, "", LibC.Remount, options), $"Remounting '{Folder}' with '{options}'");

    /// <summary>A process that is just being started elsewhere holds our files open until it has become its program.</summary>
    public void Dispose()
    {
        var end = DateTime.UtcNow + Limit;
        while (LibC.Unmount(Folder, 0) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Busy || DateTime.UtcNow > end)
            {
                throw new InvalidOperationException($"'{Folder}' cannot be unmounted: {Marshal.GetPInvokeErrorMessage(error)}.");
            }

            Thread.Sleep(1);
        }
    }

    public static void Detach(string folder) => Check(LibC.Unmount(folder, LibC.DetachMount), $"Unmounting '{folder}'");

    private static string Reason => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

    private static int System(string source, string folder, string type, nuint flags, string options) =>
        LibC.Mount(source, folder, type, flags, options);

    private static void Check(int result, string what)
    {
        if (result != 0)
        {
            throw new InvalidOperationException($"{what} failed: {Reason}.");
        }
    }
}
