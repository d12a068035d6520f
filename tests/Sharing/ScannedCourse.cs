using System.Text;
using TrayAgent.Files.Writing;

namespace Sharing;

/// <summary>Writes one file over and over while a scanner opens whatever appears.</summary>
internal static class ScannedCourse
{
    /// <returns>Whether every write arrived and nothing is left.</returns>
    /// <param name="opened">How many files the scanner is to have opened.</param>
    public static bool Run(string folder, int opened)
    {
        var path = Path.Combine(folder, "settings.json");
        File.WriteAllText(path, "0");
        using var scanner = new Scanner(folder);
        var (number, written) = (0, 0);
        while (scanner.Opened < opened)
        {
            number++;
            using var pending = PendingWrite.Reserve(path, Audience.AsBefore);
            var before = Encoding.UTF8.GetBytes($"{number - 1}");
            written += pending.CommitOver(before, Encoding.UTF8.GetBytes($"{number}")) == WriteResult.Written ? 1 : 0;
        }

        scanner.Dispose();
        Console.WriteLine($"{written} written, {scanner.Opened} opened");
        return written == number && File.ReadAllText(path) == $"{number}" && Directory.GetFiles(folder) is [_];
    }
}
