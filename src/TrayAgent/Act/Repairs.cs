using System.Diagnostics;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act;

/// <summary>
/// Mends a file of the SSO cache because a person chose it: looked at anew before anything is done to it,
/// never through a link, and never is a token removed.
/// </summary>
internal sealed class Repairs(AwsPaths paths, TimeProvider time)
{
    /// <summary>Others write these files in place: what is torn now may be whole in a second.</summary>
    private static readonly TimeSpan TornFor = TimeSpan.FromSeconds(1);

    /// <param name="code">Of the finding.</param>
    /// <param name="subject">The finding's, a path.</param>
    /// <param name="sessions">Whose token files these are is nobody's registration.</param>
    public async Task<RepairOutcome> RunAsync(
        string code, string subject, IEnumerable<SsoSession> sessions, CancellationToken cancellationToken)
    {
        var file = Path.Combine(paths.SsoCache, Path.GetFileName(subject));
        try
        {
            return file != subject
                ? Failed(subject, $"'{subject}' is no file of '{paths.SsoCache}', so it was left as it is.")
                : code switch
                {
                    FindingCodes.CachePermissions => Close(file),
                    FindingCodes.RegistrationUnreadable when sessions.All(session => session.CacheFileName != Path.GetFileName(file)) =>
                        await DeleteRegistrationAsync(file, cancellationToken),
                    FindingCodes.RegistrationUnreadable => Failed(file, $"'{file}' is the token file of a session, so it was left as it is."),
                    _ => throw new UnreachableException(),
                };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(file, e.Message);
        }
    }

    private static RepairOutcome Close(string file)
    {
        if (!File.Exists(file))
        {
            return Fine(file, $"'{file}' is no longer there.");
        }

        OwnMode.Close(file);
        return new RepairOutcome(file, RepairResult.Repaired, $"Only you can open '{file}' now.");
    }

    private async Task<RepairOutcome> DeleteRegistrationAsync(string file, CancellationToken cancellationToken)
    {
        var before = Look(file);
        if (before is null)
        {
            return Fine(file, $"'{file}' can be read again, or is no longer there.");
        }

        await Task.Delay(TornFor, time, cancellationToken);
        if (Look(file) is not { } now || now != before)
        {
            return Fine(file, $"'{file}' was written a moment ago, so it was left as it is.");
        }

        if (now.Obstacle is { } obstacle)
        {
            return Failed(file, obstacle);
        }

        PatientFile.Delete(file);
        return new RepairOutcome(
            file, RepairResult.Repaired, $"'{file}' was deleted. The next sign-in makes a new client registration.");
    }

    /// <summary>Null when it can be read or is not there; else what it looks like, and why it must not be deleted.</summary>
    private Torn? Look(string file)
    {
        var info = new FileInfo(file);
        if (info.LinkTarget is not null)
        {
            return new Torn(0, default, $"'{file}' is a link, so it was left as it is. Look what it leads to.");
        }

        return GuardedFile.Read(file, GuardedFile.CacheFileLimit) switch
        {
            FileReading.Content content when CacheFileParser.Parse(
                Path.GetFileName(file), content.Stamp.WrittenAt, content.Stamp.Mode, content.Bytes, time.GetUtcNow())
                is CacheFile.Unreadable => new Torn(
                    content.Stamp.Size,
                    content.Stamp.WrittenAt,
                    TokenFile.MayHoldOne(content.Bytes)
                        ? $"'{file}' may hold a token, so it was left as it is. Look into it, and delete it yourself."
                        : null),
            FileReading.Refused refused => new Torn(
                0, default, $"'{file}' {refused.Reason}, so it was left as it is. Look what it is, and delete it yourself."),
            _ => null,
        };
    }

    private static RepairOutcome Fine(string file, string text) => new(file, RepairResult.NotNeeded, text);

    private static RepairOutcome Failed(string file, string text) => new(file, RepairResult.Failed, text);

    private sealed record Torn(long Size, DateTimeOffset WrittenAt, string? Obstacle);
}
