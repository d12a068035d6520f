namespace TrayAgent.Windows.Tests.Support;

/// <summary>
/// A clock that a test can set forward, for what a machine starts afterwards; it runs as fast as the true one.
/// It begins at noon, because at midnight "today" ends. Debian: libfaketime.
/// </summary>
internal sealed class WindowsClock
{
    private readonly string _file;
    private TimeSpan _ahead;

    public WindowsClock(Wine wine, WindowsMachine machine)
    {
        _file = Path.Combine(wine.Drive, "clock");
        Forward(DateTime.UtcNow.Date.AddDays(1).AddHours(12) - DateTime.UtcNow);
        machine.Environment["TZ"] = "UTC";
        machine.Environment["LD_PRELOAD"] = Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu*")
            .Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1"))
            .First(File.Exists);
        machine.Environment["FAKETIME_TIMESTAMP_FILE"] = _file;
        machine.Environment["FAKETIME_NO_CACHE"] = "1";
        machine.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";

        // Else its version of pthread_cond_timedwait returns at once.
        machine.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
    }

    public DateTime Now => DateTime.UtcNow + _ahead;

    /// <summary>From now on, in whole seconds, as tokens have them.</summary>
    public DateTime In(TimeSpan time) => new((Now + time).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    /// <summary>Programs are not told; see WM_TIMECHANGE.</summary>
    public void Forward(TimeSpan by)
    {
        _ahead = TimeSpan.FromSeconds(Math.Ceiling((_ahead + by).TotalSeconds));

        // Replaced, because who reads half a line has another time for a moment.
        File.WriteAllText($"{_file}.new", FormattableString.Invariant($"+{_ahead.TotalSeconds:0}\n"));
        File.Move($"{_file}.new", _file, overwrite: true);
    }
}
