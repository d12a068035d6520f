namespace TrayAgent.Desktop;

/// <summary>A file that makes a system start the agent at login. One that somebody else wrote stays as it is.</summary>
/// <param name="path">Full path.</param>
/// <param name="isOurs">Whether a text was written by us.</param>
internal sealed class AutostartFile(string path, Func<string, bool> isOurs)
{
    private const int LongestFile = 64 * 1024;

    /// <summary>Also true for a link to nowhere.</summary>
    public bool IsThere => new FileInfo(path) is { Exists: true } or { LinkTarget: not null } || Directory.Exists(path);

    /// <returns>Null when it is no ordinary file that we may read.</returns>
    public string? Read()
    {
        try
        {
            // A device or a pipe has no length; opening a pipe would wait for a writer.
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
            return target is { Exists: true, Length: > 0 and < LongestFile } ? File.ReadAllText(target.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">It was left as it is; the message names it.</exception>
    public void Write(string text)
    {
        RefuseForeign();
        Guarded(() => WriteAtomically(text));
    }

    /// <exception cref="IOException">As above.</exception>
    public void Delete()
    {
        if (IsThere)
        {
            RefuseForeign();
            Guarded(() => File.Delete(path));
        }
    }

    private void RefuseForeign()
    {
        if (IsThere && (Read() is not { } text || !isOurs(text)))
        {
            throw new IOException($"'{path}' was not written by TrayAgent and stays as it is. Edit it, or delete it and try again.");
        }
    }

    private void WriteAtomically(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Whoever keeps settings in a folder of their own and links to them wants to keep it so.
        var linked = IsThere ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var target = linked?.FullName ?? path;
        var draft = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                file.Write(System.Text.Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private void Guarded(Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' cannot be changed: {e.Message}", e);
        }
    }
}
