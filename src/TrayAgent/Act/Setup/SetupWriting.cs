using TrayAgent.Act.Edits;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Setup;

/// <summary>Writes what was accepted: first the files that people edit, all or none, then what the sign-in gave.</summary>
internal sealed class SetupWriting(AwsPaths paths, FileEdits edits, SsoSession session, TimeProvider time)
{
    /// <summary>Cannot be cancelled: the person has said yes.</summary>
    /// <exception cref="IOException">There is no place for the token, and nothing was written; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public async Task<(EditOutcome Outcome, string? TokenTrouble)> WriteAsync(IReadOnlyList<EditPlan> plans, SetupToken token)
    {
        if (token is not SetupToken.Held held)
        {
            return (await ApplyAsync(plans), null);
        }

        // A full disk must say so before anything is changed.
        using var place = new TokenFile(paths, session, time).Reserve();
        var outcome = await ApplyAsync(plans);
        return (outcome, outcome is EditOutcome.Refused or EditOutcome.Contended ? null : Keep(held, place));
    }

    private Task<EditOutcome> ApplyAsync(IReadOnlyList<EditPlan> plans) => edits.ApplyAsync("setup", plans, CancellationToken.None);

    /// <summary>A sentence when it could not be; the files are written all the same, and signing in once more is all that is lost.</summary>
    private static string? Keep(SetupToken.Held held, PendingWrite place)
    {
        try
        {
            held.Registration.Keep();
            place.Commit(TokenText.Compose(held.Fields));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"But what the sign-in gave could not be stored: {Sentence.Reason(e)}.";
        }
    }
}
