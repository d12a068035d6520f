using System.Diagnostics;
using System.Net.Sockets;

namespace TrayAgent.Tests.Inspect;

/// <summary>Puts things into a folder that are no proper files.</summary>
internal static class OddFile
{
    public static void Fifo(string path)
    {
        using var process = Process.Start("mkfifo", path);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>The name that stays behind when its process crashed.</summary>
    public static void BoundSocket(string path)
    {
        // .NET deletes the name that it bound, so it is bound under another one.
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(path + ".s"));
            File.Move(path + ".s", path);
        }
    }

    /// <summary>Takes no room on the disk.</summary>
    public static void Sparse(string path, long length)
    {
        using var stream = File.Create(path);
        stream.SetLength(length);
    }
}
