using System.Diagnostics;
using System.Text;
using TrayAgent.Files.Writing;

namespace Sharing;

/// <summary>Processes that write a file over and over, until they are ended in the middle (TerminateProcess).</summary>
internal sealed class KilledCourse(string folder)
{
    /// <summary>More than one write of the system's.</summary>
    private const int Length = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(150);

    private int _left;
    private int _broken;

    /// <summary>One of these processes; it does not come back.</summary>
    public static void Write(string path)
    {
        for (var letter = 'a'; ; letter = letter == 'z' ? 'a' : (char)(letter + 1))
        {
            AtomicFile.Write(path, Encoding.ASCII.GetBytes(new string(letter, Length)));
            Console.WriteLine(letter);
        }
    }

    /// <returns>Whether each file is whole, and nothing is left of the others when they are old.</returns>
    public bool Run(int processes)
    {
        var running = Enumerable.Range(0, processes).Select(number => Start(PathOf(number))).ToList();
        var random = new Random(5);
        for (var number = 0; number < processes; number++)
        {
            _ = running[number].StandardOutput.ReadLine();
            Thread.Sleep(Longest * random.NextDouble());
            running[number].Kill();
            running[number].WaitForExit();
            Check(PathOf(number));
        }

        Console.WriteLine($"{processes} ended, {_left} temporary files swept, {_broken} broken");
        return _broken == 0;
    }

    private static Process Start(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["write", path]) { RedirectStandardOutput = true })!;
    }

    private string PathOf(int number) => Path.Combine(folder, $"{number}", "settings.json");

    private void Check(string path)
    {
        var place = Path.GetDirectoryName(path)!;
        _left += Directory.GetFiles(place).Length - 1;
        TemporaryNames.Sweep(place, DateTimeOffset.UtcNow.AddHours(1));
        var text = File.ReadAllText(path);
        if (text.Length != Length || text.Any(letter => letter != text[0]) || Directory.GetFiles(place) is not [_])
        {
            _broken++;
            Console.Error.WriteLine($"'{path}' has {text.Length} bytes, and beside it are {string.Join(", ", Directory.GetFiles(place))}");
        }
    }
}
