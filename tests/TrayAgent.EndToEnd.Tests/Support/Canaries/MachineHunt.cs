using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.EndToEnd.Tests.Support.Canaries;

/// <summary>One search through everything that a test's machine showed to anybody or left behind (reliability.md, F1).</summary>
internal static class MachineHunt
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    public static IReadOnlyList<Leak> In(Machine machine)
    {
        var hunt = new SecretHunt(machine.Centre.Secrets);
        return
        [
            .. machine.Processes.Where(IsOurs).SelectMany(Printed)
                .Concat(machine.Eye.Seen)
                .Select(found => (found.Channel, What: hunt.Find(found.Text)))
                .Concat(machine.Folders.SelectMany(folder => InFolder(folder, machine, hunt)))
                .Where(found => found.What is not null)
                .Select(found => new Leak(found.Channel, found.What!))
                .Distinct(),
        ];
    }

    /// <summary>What other programs print is their affair; ours may be started by a shell or a tracer.</summary>
    private static bool IsOurs(OwnedProcess process) => process.Command.Any(word => Path.GetFileName(word) == "trayagent");

    /// <summary>Only one verb has to print secrets, and only to whom it gives them.</summary>
    private static IEnumerable<(string Channel, string Text)> Printed(OwnedProcess process)
    {
        yield return (Channels.StandardError, string.Join('\n', process.StandardError));
        if (!process.Command.Contains("credentials"))
        {
            yield return (Channels.StandardOutput, string.Join('\n', process.StandardOutput));
        }
    }

    private static IEnumerable<(string Channel, string? What)> InFolder(string folder, Machine machine, SecretHunt hunt) =>
        from file in new DirectoryInfo(folder).EnumerateFiles("*", Everything)
        where !IsAllowed(file.FullName, machine.Files)
        from what in new[] { hunt.Find(file.Name), file.Length > 0 ? hunt.FindInFile(file.FullName) : null }
        select (Channel(file.FullName, machine), what);

    /// <summary>Where the AWS CLI keeps tokens, registrations and role credentials.</summary>
    private static bool IsAllowed(string file, MachineFiles files) =>
        IsBelow(files.Cache, file) || IsBelow(Path.Combine(files.Home, ".aws", "cli", "cache"), file);

    private static string Channel(string file, Machine machine) =>
        file == machine.BusRecord ? Channels.Bus
        : IsBelow(machine.WitnessFolder, file) ? Channels.Started
        : file == machine.Browser.PagesFile ? Channels.Pages
        : file == machine.Browser.EnvironmentFile ? Channels.Environment
        : file.StartsWith(Path.ChangeExtension(machine.Files.LogFile, null), StringComparison.Ordinal) ? Channels.Log
        : IsBelow(Path.Combine(machine.Files.StateFolder, "inbox"), file) ? Channels.Inbox
        : IsBelow(machine.Files.StateFolder, file) ? Channels.State
        : IsBelow(machine.Files.Locks, file) ? Channels.Locks
        : IsBelow(machine.Environment["TMPDIR"], file) ? Channels.Temporary
        : $"{Channels.Elsewhere}: {file}";

    private static bool IsBelow(string folder, string file) => file.StartsWith(folder + "/", StringComparison.Ordinal);
}
