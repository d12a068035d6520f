using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Act.Edits;

/// <summary>What we did last to a file, as a fact.</summary>
internal static class OwnEdits
{
    /// <param name="now">What is in the file; null: there is none.</param>
    public static OwnEdit? Of(FileEdits edits, string file, ReadOnlyMemory<byte>? now)
    {
        if (edits.Last(file) is not { } last)
        {
            return null;
        }

        var edit = new OwnEdit(last.At, last.What, last.Changes) { IsLatest = last.Fingerprint == EditRecord.Fingerprint(now) };
        return !edit.IsLatest && edits.LastContent(file) is { } content
            ? edit with { Left = OwnKeys.In(ClaudeSettingsParser.Parse(file, content)) }
            : edit;
    }
}
