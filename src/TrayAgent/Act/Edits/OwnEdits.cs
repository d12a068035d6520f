using TrayAgent.Core.Facts;

namespace TrayAgent.Act.Edits;

/// <summary>What we did last to a file, as a fact.</summary>
internal static class OwnEdits
{
    /// <param name="now">What is in the file; null: there is none.</param>
    public static OwnEdit? Of(FileEdits edits, string file, ReadOnlyMemory<byte>? now) => edits.Last(file) is { } last
        ? new OwnEdit(last.At, last.What, last.Changes) { IsLatest = last.Fingerprint == EditRecord.Fingerprint(now) }
        : null;
}
