namespace TrayAgent.Act.Edits;

/// <summary>What a person is told of an edit.</summary>
internal static class EditWords
{
    public const string NothingToDo = "Nothing had to be changed.";

    private const string Back = "undo: ";

    private const string Again = "again: ";

    /// <summary>What an undo is called: the undo of an undo makes the change again.</summary>
    public static string Undo(string what) =>
        what.StartsWith(Back, StringComparison.Ordinal) ? Again + what[Back.Length..]
        : what.StartsWith(Again, StringComparison.Ordinal) ? Back + what[Again.Length..]
        : Back + what;

    public static string Failed(Exception e) => e.Message.EndsWith('.') ? e.Message : $"Nothing was changed: {e.Message}.";

    /// <summary>.NET's own messages are none.</summary>
    public static string Sentence(Exception e) => e.Message.EndsWith('.') ? e.Message : e.Message + ".";

    public static string Written(IEnumerable<EditPart> parts) => string.Join(' ', parts.Select(part => part switch
    {
        { Change.After: null } => $"'{File(part)}' was removed; what was in it is in '{part.Entry!.Backup}'.",
        { Entry.Backup: { } backup } => $"'{File(part)}' was changed; what was in it before is in '{backup}'.",
        _ => $"'{File(part)}' was created.",
    }));

    public static string Unconfirmed(IEnumerable<EditPart> parts) =>
        Written(parts) + " But the disk did not confirm it: after a power cut the old content may be back.";

    public static string Contended(IEnumerable<string> files) =>
        $"{Names(files)} {Were(files)} left alone: another program wrote there each time in the same moment. Try again when it is done.";

    public static string Lost(IEnumerable<string> files) =>
        $"{Names(files)} {Were(files)} changed, but another program at once wrote something else there, without the change. "
        + "Close that program, or make the change there.";

    public static string Half(IEnumerable<EditPart> stays, IEnumerable<EditPart> others, string? reason) =>
        $"{Names(stays.Select(File))} {Were(stays)} changed and could not be put back, while {Names(others.Select(File))} could not be changed"
        + (reason is null ? ", because another program wrote at the same moment." : $": {reason}");

    public static string NotReadAgain(EditPart part) => $"'{File(part)}' could not be read again.";

    public const string Later = "What was begun will be completed when TrayAgent starts again.";

    public const string Busy = "Another TrayAgent process is changing files. Try again when it is done.";

    private static string File(EditPart part) => part.Change.Target.Asked;

    private static string Names(IEnumerable<string> files) => string.Join(" and ", files.Select(file => $"'{file}'"));

    private static string Were<T>(IEnumerable<T> several) => several.Skip(1).Any() ? "were" : "was";
}
