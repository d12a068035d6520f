namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>Who started whom, as /proc tells it.</summary>
internal static class ProcessTree
{
    /// <summary>All processes below this one, however deep; those that have ended and wait for their parent do not count.</summary>
    public static IReadOnlyList<int> Below(int process) => Below([process]);

    /// <summary>The same of several.</summary>
    public static IReadOnlyList<int> Below(IReadOnlyCollection<int> processes)
    {
        var parents = Processes()
            .Select(id => (Id: id, Stat: Stat(id)))
            .Where(found => found.Stat is { State: not 'Z' })
            .ToLookup(found => found.Stat!.Value.Parent, found => found.Id);
        return processes.SelectMany(Descendants).Distinct().ToList();

        IEnumerable<int> Descendants(int id) => parents[id].SelectMany(child => Descendants(child).Prepend(child));
    }

    public static bool IsAlive(int process) => Stat(process) is { State: not 'Z' };

    /// <summary>What anybody can see with ps; arguments are separated by blanks.</summary>
    public static string CommandLine(int process) => Read(process, "cmdline").Replace('\0', ' ');

    /// <summary>What its user can see, unless it does not let itself be looked at.</summary>
    public static string Environment(int process) => Read(process, "environ").Replace('\0', '\n');

    private static string Read(int process, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static IEnumerable<int> Processes() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
        .Where(id => id > 0);

    private static (char State, int Parent)? Stat(int process)
    {
        try
        {
            // "4711 (name, which may contain anything) S 1 ...": https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0][0], int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
