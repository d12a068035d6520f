using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using TrayAgent.Files;
using TrayAgent.Files.Native;

namespace TrayAgent.Act.Broker;

/// <summary>
/// A program of ours that outlives whoever started it: a session of its own, so that neither Ctrl-C, the end of the terminal
/// nor the end of the starter's process group reaches it; nothing to read from and nobody to write to.
/// </summary>
/// <param name="id">The process.</param>
internal sealed class DetachedProgram(int id)
{
    private bool _hasEnded;

    public int Id => id;

    /// <exception cref="IOException">It could not be started; the message says why.</exception>
    public static DetachedProgram Start(string path, ImmutableArray<string> arguments, ProcessEnvironment environment)
    {
        if (!OperatingSystem.IsWindows())
        {
            return new DetachedProgram(PosixSpawn.Detached(path, arguments, environment.Variables));
        }

        try
        {
            // By the shell: a console of its own, and none of our handles, for which the reader of our output would wait.
            using var process = Process.Start(new ProcessStartInfo(path, arguments)
            {
                UseShellExecute = true,
                WindowStyle = ProcessWindowStyle.Hidden,
            });
            return new DetachedProgram(process?.Id ?? 0);
        }
        catch (Win32Exception e)
        {
            throw new IOException($"'{path}' could not be started: {Sentence.Reason(e)}", e);
        }
    }

    /// <summary>On Unix its starter must take notice of its end, or it would stay in the table of processes.</summary>
    public bool HasEnded() => _hasEnded =
        _hasEnded || (OperatingSystem.IsWindows() ? HasEndedOnWindows() : PosixSpawn.HasEnded(Id));

    private bool HasEndedOnWindows()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            return process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (Win32Exception)
        {
            // It lives, and may not be looked at.
            return false;
        }
    }
}
