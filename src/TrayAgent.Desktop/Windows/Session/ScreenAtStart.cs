using System.Buffers.Binary;
using System.Runtime.Versioning;
using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.Session;

/// <summary>Whether the screen was locked before Windows was asked to tell of it. What nobody knows is taken for unlocked.</summary>
internal static unsafe class ScreenAtStart
{
    private const int FirstLevel = 1;
    private const int Locked = 0;

    /// <summary>Of <c>WTSINFOEXW</c>: its level, then aligned for the times at its end a union of <c>SessionId</c>, <c>SessionState</c>, <c>SessionFlags</c>, ...</summary>
    private const int FlagsAt = 16;

    [SupportedOSPlatform("windows")]
    public static bool IsLocked()
    {
        if (Terminal.QuerySession(0, Terminal.CurrentSession, Terminal.SessionInfoEx, out var answer, out var length) == 0)
        {
            return false;
        }

        try
        {
            return Means(new ReadOnlySpan<byte>((void*)answer, length));
        }
        finally
        {
            Terminal.Free(answer);
        }
    }

    /// <remarks>Windows 7 means the opposite, and is not supported: https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wtsinfoex_level1_w</remarks>
    public static bool Means(ReadOnlySpan<byte> answer) =>
        answer.Length >= FlagsAt + sizeof(int)
        && BinaryPrimitives.ReadInt32LittleEndian(answer) == FirstLevel
        && BinaryPrimitives.ReadInt32LittleEndian(answer[FlagsAt..]) == Locked;
}
