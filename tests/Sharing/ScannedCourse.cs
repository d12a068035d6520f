using System.Text;
using TrayAgent.Files.Writing;

namespace Sharing;

/// <summary>Writes one file over and over while a scanner opens whatever appears.</summary>
internal static class ScannedCourse
{
    /// <returns>Whether every write arrived and nothing is left.</returns>
    public static bool Run(string folder, int writes)
    {
        var path = Path.Combine(folder, "settings.json");
        File.WriteAllText(path, "0");
        using var scanner = new Scanner(folder);
        var written = 0;
        for (var number = 1; number <= writes; number++)
        {
            using var pending = PendingWrite.Reserve(path, Audience.AsBefore);
            var before = Encoding.UTF8.GetBytes($"{number - 1}");
            written += pending.CommitOver(before, Encoding.UTF8.GetBytes($"{number}")) == WriteResult.Written ? 1 : 0;
        }

        scanner.Dispose();
        Console.WriteLine($"{written} written, {scanner.Opened} opened");
        return written == writes && File.ReadAllText(path) == $"{writes}" && Directory.GetFiles(folder) is [_];
    }
}
