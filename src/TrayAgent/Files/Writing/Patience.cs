using System.Diagnostics;
using System.Globalization;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>
/// Windows neither replaces nor removes a file that another program has open. Virus scanners, indexers and most readers let go
/// in a moment, so it is tried again for a while.
/// </summary>
/// <param name="limit">How long.</param>
internal sealed class Patience(TimeSpan limit)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(320);

    /// <summary>A person waits for it, and an agent that was given a token holds the only copy meanwhile.</summary>
    public static Patience Usual { get; } = new(TimeSpan.FromSeconds(5));

    /// <summary>For what may as well be removed by the next sweep.</summary>
    public static Patience Short { get; } = new(TimeSpan.FromMilliseconds(300));

    /// <param name="target">For the message.</param>
    /// <param name="deed">For the message.</param>
    /// <param name="attempt">Null, or a failure of which this is the reason: another program has it open just now.</param>
    /// <exception cref="IOException">It was open all the time, or something else failed; the message names the file.</exception>
    public WriteResult Try(WriteTarget target, Deed deed, Func<WriteResult?> attempt)
    {
        var start = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            Exception? failure = null;
            try
            {
                if (attempt() is { } result)
                {
                    return result;
                }
            }
            catch (Exception e) when (e is not WriteRefusedException && e is IOException or UnauthorizedAccessException)
            {
                failure = IsHeld(e) ? e : throw new IOException($"'{target.Asked}' could not be {deed.Done}: {e.Message}", e);
            }

            var left = limit - Stopwatch.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw Exhausted(target, deed, failure);
            }

            Thread.Sleep(pause < left ? pause : left);
        }
    }

    /// <summary>
    /// Whether nobody has it open so that it cannot be replaced, or for writing: what is then written would be lost with the old file.
    /// Nor may rights keep us from it. What is not there keeps nobody.
    /// </summary>
    public static bool IsReplaceable(WriteTarget target)
    {
        if (!OperatingSystem.IsWindows())
        {
            return true;
        }

        return Obstacle(target) is not (Kernel32.SharingViolation or Kernel32.AccessDenied);
    }

    private IOException Exhausted(WriteTarget target, Deed deed, Exception? failure) => new(
        OperatingSystem.IsWindows() && Obstacle(target) == Kernel32.AccessDenied
            ? $"'{target.Asked}' was not {deed.Done}, because this user may not {deed.Do} it. Correct its permissions, then try again."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"'{target.Asked}' could not be {deed.Done}: another program held it for {limit.TotalSeconds:0.##} s. Close that program, then try again."),
        failure);

    /// <summary>The error of Windows; 0: none.</summary>
    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private static int Obstacle(WriteTarget target)
    {
        using var file = Kernel32.Open(Kernel32.Long(target.FullName), Kernel32.ToReplace, Kernel32.ShareUnwritten, 0, Kernel32.Existing, 0, 0);
        return file.IsInvalid ? System.Runtime.InteropServices.Marshal.GetLastPInvokeError() : 0;
    }

    /// <summary>ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION and ERROR_USER_MAPPED_FILE; a target that is open gives ERROR_ACCESS_DENIED.</summary>
    private static bool IsHeld(Exception e) =>
        e is UnauthorizedAccessException || (uint)e.HResult is 0x80070020 or 0x80070021 or 0x800704C8;
}
