namespace TrayAgent.Files.Writing;

/// <summary>By .NET's calls, whose errors are right there; replacing is tried again while somebody else holds the target.</summary>
internal sealed class WindowsPendingWrite : PendingWrite
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WriteTarget _target;
    private readonly string _temporary;
    private readonly FileStream _file;
    private bool _isThere = true;
    private bool _isWritten;

    private WindowsPendingWrite(WriteTarget target, string temporary, FileStream file) =>
        (_target, _temporary, _file) = (target, temporary, file);

    public static WindowsPendingWrite Reserve(WriteTarget target)
    {
        Check(target);
        var temporary = Path.Combine(target.Folder, TemporaryNames.For(target.Name));
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            PreallocationSize = Room,
        };
        return new WindowsPendingWrite(target, temporary, new FileStream(temporary, options));
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
        if (!_isWritten)
        {
            _file.Write(content);
            _file.SetLength(content.Length);
            _file.Flush(flushToDisk: true);
            _file.Dispose();
            _isWritten = true;
        }

        if (mayReplace?.Invoke() == false)
        {
            return WriteResult.Kept;
        }

        Replace();
        _isThere = false;
        return WriteResult.Written;
    }

    public override WriteResult CommitOver(ReadOnlyMemory<byte>? before, ReadOnlySpan<byte> content) =>
        Commit(content, () => CurrentBytes.Are(_target, before));

    public override void Dispose()
    {
        _file.Dispose();
        if (!_isThere)
        {
            return;
        }

        try
        {
            File.Delete(_temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start sweeps it.
        }
    }

    /// <summary>Windows refuses while a virus scanner or a reader that does not share holds the target for a moment.</summary>
    private void Replace()
    {
        var waited = TimeSpan.Zero;
        for (var pause = FirstPause; ; pause *= 2)
        {
            try
            {
                File.Move(_temporary, _target.FullName, overwrite: true);
                return;
            }
            catch (Exception e) when (waited < Patience && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(pause);
                waited += pause;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new IOException(
                    $"'{_target.Asked}' could not be written: another program held it for {Patience.TotalSeconds:0} s. Close that program, then try again.", e);
            }
        }
    }
}
