using System.ComponentModel;
using System.Diagnostics;

namespace TrayAgent.Crash.Tests.Support;

/// <summary>Programs of the system that a test needs: they have to succeed.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Returns what it printed.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            if (!process.WaitForExit(Limit) || process.ExitCode != 0)
            {
                throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed: {error.Result}{output}");
            }

            return output.Trim();
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"'{program}' was not found. Run 'dotnet run build.cs -- install'.", e);
        }
    }
}
