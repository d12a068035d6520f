using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using TrayAgent.Files.Native;

namespace TrayAgent.Cli;

/// <summary>
/// Standard output or error of Windows. Programs read UTF-8, whatever code page the console has; a console gets UTF-16, which it
/// shows as it is, so that its code page is left alone. Where there is neither (a start by a shortcut) nobody listens.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsStream : OutputStream
{
    /// <summary>ENABLE_PROCESSED_OUTPUT and ENABLE_VIRTUAL_TERMINAL_PROCESSING: line ends and colours.</summary>
    private const uint Wanted = 0x1 | 0x4;

    /// <summary>Older consoles refuse more than 64 KB at once.</summary>
    private const int MostCharacters = 8 * 1024;

    private readonly nint _handle;
    private readonly bool _isSomething;
    private readonly Action<string> _failed;

    private WindowsStream(nint handle, Action<string> failed)
    {
        (_handle, _failed) = (handle, failed);
        _isSomething = Kernel32.KindOf(handle) != 0;
        IsConsole = Kernel32.ConsoleMode(handle, out var mode) != 0;
        HasColours = IsConsole && Kernel32.SetConsoleMode(handle, mode | Wanted) != 0;
    }

    public bool IsConsole { get; }

    public bool HasColours { get; }

    /// <summary>Of what <see cref="Write(ReadOnlySpan{byte})"/> gets.</summary>
    public Encoding Encoding => IsConsole ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false) : new UTF8Encoding(false);

    /// <param name="descriptor">1 or 2.</param>
    /// <param name="failed">Gets the system's reason when something could not be written.</param>
    public static WindowsStream Open(int descriptor, Action<string> failed) =>
        new(Kernel32.StandardHandle(-10 - descriptor), failed);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0 && _isSomething)
        {
            int written;
            int done;
            fixed (byte* start = buffer)
            {
                done = IsConsole
                    ? Kernel32.WriteConsole(_handle, (char*)start, Math.Min(buffer.Length / sizeof(char), MostCharacters), out written, 0)
                    : Kernel32.Write(_handle, start, buffer.Length, out written, 0);
            }

            if (done == 0)
            {
                _failed(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
                return;
            }

            buffer = buffer[(IsConsole ? written * sizeof(char) : written)..];
        }
    }
}
