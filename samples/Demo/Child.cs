using System.ComponentModel;
using System.Diagnostics;

namespace TrayAgent.Demo;

/// <summary>Starts the published program with the environment of the story and nothing else.</summary>
internal static class Child
{
    public static Process Start(string path, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        // All three: .NET resets the terminal, visibly, when a child that might have used it ends.
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new DemoException($"'{path}' could not be started: {e.Message}.");
        }
    }
}
