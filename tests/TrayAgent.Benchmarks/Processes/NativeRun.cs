using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TrayAgent.Benchmarks.Processes;

/// <summary>
/// Starts a program and waits for its end with as little as possible around it: .NET's Process costs more than the programs
/// that are measured. What the program prints goes to /dev/null.
/// </summary>
internal static unsafe partial class NativeRun
{
    private const int WriteOnly = 1;
    private const int Standard = 2;

    // glibc's posix_spawn_file_actions_t has 80 bytes and its struct rusage 144.
    private const int RoomForActions = 256;
    private const int RoomForUsage = 256;

    public static RunTime Measure(IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        string?[] variables = [.. environment.Select(variable => $"{variable.Key}={variable.Value}"), null];
        string?[] arguments = [.. command, null];
        var actions = stackalloc byte[RoomForActions];
        Check(InitActions(actions));
        Check(AddOpen(actions, 1, "/dev/null", WriteOnly, 0));
        Check(AddOpen(actions, Standard, "/dev/null", WriteOnly, 0));
        var usage = stackalloc long[RoomForUsage / sizeof(long)];
        var start = Stopwatch.GetTimestamp();
        Check(Spawn(out var id, command[0], actions, null, arguments, variables));
        while (Wait(id, out var status, 0, usage) == id)
        {
            var wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            _ = DestroyActions(actions);
            return new RunTime(wall, Milliseconds(usage) + Milliseconds(usage + 2), ExitCode(status));
        }

        throw new InvalidOperationException($"'{command[0]}' was lost.");
    }

    private static int ExitCode(int status) => (status & 0x7F) == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F);

    private static double Milliseconds(long* time) => (time[0] * 1000.0) + (time[1] / 1000.0);

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new InvalidOperationException(Marshal.GetPInvokeErrorMessage(error));
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(byte* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(
        out int id, string path, byte* actions, byte* attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "wait4")]
    private static partial int Wait(int id, out int status, int options, long* usage);
}
