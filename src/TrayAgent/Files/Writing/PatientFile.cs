namespace TrayAgent.Files.Writing;

/// <summary>
/// .NET's calls for files that are our own to remove, or that a person chose. On Windows with <see cref="Patience"/>:
/// somebody who looks at the file just now is no reason to leave it there.
/// </summary>
internal static class PatientFile
{
    /// <summary>What is not there is fine.</summary>
    /// <exception cref="IOException">It is still there; on Windows the message names it and says whether somebody held it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Delete(string path) => Delete(path, Patience.Usual);

    /// <inheritdoc cref="Delete(string)"/>
    /// <param name="path">Links are not followed.</param>
    /// <param name="patience">With who has it open.</param>
    public static void Delete(string path, Patience patience) => Do(path, Deed.Removing, patience, () => File.Delete(path));

    /// <summary>To a name of ours, to be looked at and removed.</summary>
    /// <inheritdoc cref="Delete(string)" path="/exception"/>
    public static void TakeAway(string path, string to) => Do(path, Deed.Removing, Patience.Usual, () => File.Move(path, to, overwrite: false));

    /// <summary>Over nothing.</summary>
    /// <exception cref="IOException">It is where it was; on Windows the message names it and says whether somebody held it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Move(string path, string to) => Do(path, Deed.Moving, Patience.Usual, () => File.Move(path, to, overwrite: false));

    /// <summary>Over what is there.</summary>
    /// <inheritdoc cref="Move" path="/exception"/>
    public static void MoveOver(string path, string to) => Do(path, Deed.Moving, Patience.Usual, () => File.Move(path, to, overwrite: true));

    private static void Do(string path, Deed deed, Patience patience, Action action)
    {
        if (!OperatingSystem.IsWindows())
        {
            action();
            return;
        }

        var target = new WriteTarget(path, Path.GetDirectoryName(path)!, Path.GetFileName(path));
        _ = patience.Try(target, deed, () =>
        {
            action();
            return WriteResult.Written;
        });
    }
}
