using System.Runtime.Versioning;
using System.Security.AccessControl;

namespace TrayAgent.Files.Writing;

/// <summary>By .NET's calls, whose errors are right there; replacing is tried again while somebody else holds the target.</summary>
internal sealed class WindowsPendingWrite : PendingWrite
{
    private const int Buffer = 4096;

    private readonly WriteTarget _target;
    private readonly string _temporary;
    private readonly FileStream _file;
    private readonly Patience _patience;
    private bool _isThere = true;
    private bool _isWritten;

    private WindowsPendingWrite(WriteTarget target, string temporary, FileStream file, Patience patience) =>
        (_target, _temporary, _file, _patience) = (target, temporary, file, patience);

    public static WindowsPendingWrite Reserve(WriteTarget target) => Reserve(target, Patience.Usual);

    /// <param name="target">Its folder exists.</param>
    /// <param name="patience">With who holds the target, now and when it is replaced.</param>
    public static WindowsPendingWrite Reserve(WriteTarget target, Patience patience)
    {
        Check(target);
        _ = patience.Try(target, Deed.Writing, () => Patience.IsReplaceable(target) ? WriteResult.Written : null);
        var temporary = Path.Combine(target.Folder, TemporaryNames.For(target.Name));
        return new WindowsPendingWrite(target, temporary, Create(target, temporary), patience);
    }

    /// <exception cref="WriteRefusedException">It is not to be replaced.</exception>
    public static void Check(WriteTarget target)
    {
        if (Directory.Exists(target.FullName))
        {
            throw new WriteRefusedException($"'{target.Asked}' is a folder, so it was left as it is. Move it away.");
        }

        if (File.Exists(target.FullName) && (File.GetAttributes(target.FullName) & FileAttributes.ReadOnly) != 0)
        {
            throw new WriteRefusedException($"'{target.Asked}' is write-protected, so it was left as it is. Clear its attribute 'read-only'.");
        }
    }

    public override WriteResult Commit(ReadOnlySpan<byte> content, Func<bool>? mayReplace = null)
    {
        Fill(content);
        return Replace(() => mayReplace?.Invoke() ?? true);
    }

    public override WriteResult CommitOver(ReadOnlyMemory<byte>? before, ReadOnlySpan<byte> content)
    {
        Fill(content);
        return Replace(() => CurrentBytes.Compare(_target, before));
    }

    public override void Dispose()
    {
        _file.Dispose();
        if (!_isThere)
        {
            return;
        }

        try
        {
            // A virus scanner looks at every new file.
            PatientFile.Delete(_temporary, Patience.Short);
        }
        catch (IOException)
        {
            // The next start sweeps it.
        }
    }

    private static FileStream Create(WriteTarget target, string temporary)
    {
        try
        {
            var file = OperatingSystem.IsWindows() ? CreateAlike(target, temporary) : Create(temporary);
            file.SetLength(Room);
            return file;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(
                $"'{target.Asked}' was not written, because this user may not make files in '{target.Folder}'. Correct the folder's permissions.", e);
        }
        catch (IOException e) when (e is not WriteRefusedException)
        {
            throw new IOException($"'{target.Asked}' could not be written: {e.Message}", e);
        }
    }

    private static FileStream Create(string temporary) => new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer);

    /// <summary>For those who may open the old file, and hidden if that is.</summary>
    [SupportedOSPlatform("windows")]
    private static FileStream CreateAlike(WriteTarget target, string temporary)
    {
        const FileAttributes Kept = FileAttributes.Hidden | FileAttributes.System | FileAttributes.NotContentIndexed;
        var list = AccessList.Of(target);
        var file = list is { Inherits: false }
            ? new FileInfo(temporary).Create(
                FileMode.CreateNew, FileSystemRights.Write | FileSystemRights.Synchronize, FileShare.None, Buffer, FileOptions.None, list.Own)
            : Create(temporary);
        try
        {
            // It is empty yet. Sources disagree whether a list given when a file is made keeps away what the folder hands down.
            if (list is { Inherits: true })
            {
                new FileInfo(temporary).SetAccessControl(list.Own);
            }

            if (File.Exists(target.FullName) && (File.GetAttributes(target.FullName) & Kept) is not 0 and var kept)
            {
                File.SetAttributes(temporary, kept);
            }

            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            File.Delete(temporary);
            throw;
        }
    }

    private void Fill(ReadOnlySpan<byte> content)
    {
        if (_isWritten)
        {
            return;
        }

        _file.Write(content);
        _file.SetLength(content.Length);
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        _isWritten = true;
    }

    /// <param name="mayReplace">Asked before each attempt, because who held the file may have written to it. Null: it cannot be told now.</param>
    private WriteResult Replace(Func<bool?> mayReplace) => _patience.Try(_target, Deed.Writing, () =>
    {
        switch (Patience.IsReplaceable(_target) ? mayReplace() : null)
        {
            case false:
                return WriteResult.Kept;
            case null:
                return null;
            default:
                File.Move(_temporary, _target.FullName, overwrite: true);
                _isThere = false;
                return WriteResult.Written;
        }
    });
}
