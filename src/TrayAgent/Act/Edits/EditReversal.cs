using System.Collections.Immutable;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>Puts files back that were written, because another one of the same edit could not be.</summary>
internal static class EditReversal
{
    /// <summary>Those that others have changed already and that stay; and what kept us from putting back any.</summary>
    public static (ImmutableArray<EditPart> Stays, string? Problem) Run(EditStore store, string what, IReadOnlyList<EditPart> written)
    {
        var stays = ImmutableArray.CreateBuilder<EditPart>();
        string? problem = null;
        try
        {
            // From now on a crash is completed in this direction.
            store.Journal.Write(what, written.Select(part => part.Change.Reversed));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = EditWords.Sentence(e);
        }

        foreach (var part in written)
        {
            try
            {
                using var reversed = EditPart.Reserve(part.Change.Reversed);
                if (reversed.Commit() == WriteResult.Kept)
                {
                    stays.Add(part);

                    // Only what was read is somebody else's; the rest is for the next start.
                    problem = CurrentBytes.Differ(part.Change.Target, part.Change.After) ? problem : EditWords.NotReadAgain(part);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problem = EditWords.Sentence(e);
                stays.Add(part);
            }
        }

        // Where all of it was put back, that the journal could not be written has done no harm.
        return (stays.ToImmutable(), stays.Count == 0 ? null : problem);
    }
}
