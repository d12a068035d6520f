using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>
/// Looks at a file that others write in place: what is empty, torn or missing at this moment may be whole in the next,
/// and who takes it at its word writes over what somebody is about to write.
/// </summary>
internal sealed class FileLook(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>A file that was written this short a while ago may still be being written.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(50);

    /// <summary>Nobody leaves a file torn for longer, unless they died in the middle.</summary>
    private static readonly TimeSpan Torn = TimeSpan.FromSeconds(1);

    /// <exception cref="IOException">The file is nothing that may be written; the message is for a person.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public async Task<Planned> PlanAsync(Intent intent, CancellationToken cancellationToken)
    {
        var target = WriteTarget.Find(intent.File);
        WriteRefusal.Check(target, Audience.AsBefore);
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var (planned, needed) = Look(target, intent);
            if (waited >= needed)
            {
                return planned;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>What it looks like, and for how long one must have waited to believe it.</summary>
    private (Planned Planned, TimeSpan Needed) Look(WriteTarget target, Intent intent)
    {
        switch (GuardedFile.Read(target.FullName, GuardedFile.ConfigFileLimit))
        {
            case FileReading.Content(var bytes, var stamp):
                var planned = Plan(target, intent, bytes);
                var age = time.GetUtcNow() - stamp.WrittenAt;
                var doubtful = bytes.Length == 0 || planned is Planned.Refused;
                return (planned, age >= TimeSpan.Zero && age < (doubtful ? Torn : Fresh) ? Torn : TimeSpan.Zero);

            case FileReading.Missing:
                // Editors rename the old file away before they write the new one.
                return (Plan(target, intent, null), Directory.Exists(target.Folder) ? Pause : TimeSpan.Zero);

            case FileReading.Refused(var reason):
                return (new Planned.Refused($"'{target.Asked}' {reason}, so it was left as it is."), TimeSpan.Zero);

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Planned Plan(WriteTarget target, Intent intent, ReadOnlyMemory<byte>? before) => intent.Change(before) switch
    {
        Wanted.Bytes(var after) => new Planned.Change(new FileChange(target, intent, before, after)),
        Wanted.Refused(var text) => new Planned.Refused(text),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
