using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace TrayAgent.Files.Native;

/// <summary>Starts a program as the leader of a session of its own, which .NET's Process cannot.</summary>
/// <remarks>https://man7.org/linux/man-pages/man3/posix_spawn.3.html</remarks>
internal static unsafe partial class PosixSpawn
{
    private const int ReadAndWrite = 2;
    private const int LastStandardDescriptor = 2;
    private const int DoNotWait = 1;

    // F_SETFD and FD_CLOEXEC.
    private const int SetDescriptorFlags = 2;
    private const int CloseWhenExecuting = 1;

    /// <summary>What whoever started us left open; numbers above this are rare.</summary>
    private const int MostInherited = 1024;

    // glibc's posix_spawnattr_t has 336 bytes and its posix_spawn_file_actions_t 80; both are pointers on macOS.
    private const int RoomForAttributes = 512;
    private const int RoomForActions = 256;

    /// <summary>POSIX_SPAWN_SETSID.</summary>
    private static short OwnSession => (short)(OperatingSystem.IsMacOS() ? 0x400 : 0x80);

    /// <summary>Its number. It keeps our folder; standard input, output and error are <c>/dev/null</c>.</summary>
    /// <exception cref="IOException">It could not be started; the message says why.</exception>
    public static int Detached(string path, ImmutableArray<string> arguments, ImmutableDictionary<string, string> environment)
    {
        KeepDescriptors();
        var actions = stackalloc byte[RoomForActions];
        var attributes = stackalloc byte[RoomForAttributes];
        Check(path, InitActions(actions));
        Check(path, InitAttributes(attributes));
        try
        {
            for (var descriptor = 0; descriptor <= LastStandardDescriptor; descriptor++)
            {
                Check(path, AddOpen(actions, descriptor, "/dev/null", ReadAndWrite, 0));
            }

            Check(path, SetFlags(attributes, OwnSession));
            Check(path, Spawn(
                out var id,
                path,
                actions,
                attributes,
                [path, .. arguments, null],
                [.. environment.Select(variable => $"{variable.Key}={variable.Value}"), null]));
            return id;
        }
        finally
        {
            _ = DestroyActions(actions);
            _ = DestroyAttributes(attributes);
        }
    }

    /// <summary>Also when it is not our child.</summary>
    public static bool HasEnded(int id) => Wait(id, out _, DoNotWait) != 0;

    /// <summary>
    /// .NET opens its own so that no child gets them, but those that we inherited would be held open for as long as the child lives:
    /// whoever reads from the other end of one would wait for that.
    /// </summary>
    private static void KeepDescriptors()
    {
        // On Apple's processors variable arguments cannot be passed by P/Invoke.
        if (OperatingSystem.IsLinux())
        {
            for (var descriptor = LastStandardDescriptor + 1; descriptor < MostInherited; descriptor++)
            {
                _ = Control(descriptor, SetDescriptorFlags, CloseWhenExecuting);
            }
        }
    }

    private static void Check(string path, int error)
    {
        if (error != 0)
        {
            throw new IOException($"'{path}' could not be started: {Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(byte* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int InitAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int DestroyAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(
        out int id, string path, byte* actions, byte* attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, nint flags);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int Wait(int id, out int status, int options);
}
