namespace TrayAgent.Crash.Tests.Support;

/// <summary>How often: as often as every push can bear, or as a release deserves ('dotnet run build.cs -- crash').</summary>
internal static class Sizes
{
    private static readonly bool IsRelease = Environment.GetEnvironmentVariable("TRAYAGENT_CRASH_SIZES") == "release";

    /// <summary>Without EINTR, which is no failure, and endlessly would be endless.</summary>
    public static readonly Errno[] Failures = [.. Enum.GetValues<Errno>().Where(error => error != Errno.EINTR)];

    /// <summary>For each writer.</summary>
    public static int Kills => IsRelease ? 20_000 : 1_000;

    public static int SyscallKills => IsRelease ? 2_000 : 300;

    /// <summary>For each editor.</summary>
    public static int EditKills => IsRelease ? 5_000 : 300;

    public static int TwoFileKills => IsRelease ? 5_000 : 600;

    public static int EditSyscallKills => IsRelease ? 2_000 : 100;

    /// <summary>With which errors a call of an edit fails: with all, or in small with another one each turn.</summary>
    public static Errno[] EditErrors(int turn) => IsRelease ? Failures : [Failures[turn % Failures.Length]];

    /// <summary>For each file system.</summary>
    public static int PowerCuts => IsRelease ? 1_000 : 100;
}
