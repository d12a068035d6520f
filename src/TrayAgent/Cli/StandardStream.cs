using System.Runtime.InteropServices;
using TrayAgent.Files.Native;

namespace TrayAgent.Cli;

/// <summary>
/// Standard output or error, written as it is: .NET's own stream swallows that the reader of a pipe has gone, so that
/// <c>status --watch | head -1</c> would run for ever.
/// </summary>
/// <param name="descriptor">1 or 2.</param>
/// <param name="failed">Gets the system's reason when something could not be written.</param>
internal sealed unsafe class StandardStream(int descriptor, Action<string> failed) : OutputStream
{
    /// <summary>For what is said past <see cref="Streams"/>; who does not listen is not told.</summary>
    public static void Say(int descriptor, string line)
    {
        if (OperatingSystem.IsWindows())
        {
            using var stream = WindowsStream.Open(descriptor, _ => { });
            stream.Write(stream.Encoding.GetBytes(line + "\n"));
        }
        else
        {
            using var stream = new StandardStream(descriptor, _ => { });
            stream.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            nint written;
            fixed (byte* start = buffer)
            {
                written = Posix.Write(descriptor, start, (nuint)buffer.Length);
            }

            if (written >= 0)
            {
                buffer = buffer[(int)written..];
            }
            else if (!IsToBeRepeated(Marshal.GetLastPInvokeError()))
            {
                failed(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
                return;
            }
        }
    }

    /// <summary>Interrupted, or another program made the terminal or pipe non-blocking and it is full at the moment.</summary>
    private static bool IsToBeRepeated(int error)
    {
        if (error == Posix.Full)
        {
            Thread.Sleep(1);
        }

        return error is Posix.Interrupted || error == Posix.Full;
    }
}
