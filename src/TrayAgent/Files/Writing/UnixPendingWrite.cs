using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>
/// By calls of our own, because .NET loses the errors of fsync and turns a rename that fails into a copy onto the target;
/// relative to an open folder, so that nobody can swap it for another between two of them.
/// </summary>
internal sealed class UnixPendingWrite : PendingWrite
{
    private readonly WriteTarget _target;
    private readonly SafeFileHandle _folder;
    private readonly SafeFileHandle _temporary;
    private readonly string _name;
    private DisplacedFile? _displaced;
    private bool _isThere = true;

    private UnixPendingWrite(WriteTarget target, SafeFileHandle folder, string name, SafeFileHandle temporary)
    {
        (_target, _folder, _name, _temporary) = (target, folder, name, temporary);
    }

    public static new UnixPendingWrite Reserve(WriteTarget target, Audience audience)
    {
        var folder = PosixFile.OpenFolder(target);
        try
        {
            var before = WriteRefusal.Check(target, folder, audience);
            var name = TemporaryNames.For(target.Name);
            var pending = new UnixPendingWrite(target, folder, name, PosixFile.Create(target, folder, name));
            try
            {
                pending.Prepare(audience == Audience.AsBefore ? before : null);
                return pending;
            }
            catch
            {
                pending.Dispose();
                throw;
            }
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public override WriteResult Commit(ReadOnlySpan<byte> content, Func<bool>? mayReplace = null)
    {
        Fill(content);
        if (mayReplace?.Invoke() == false)
        {
            return WriteResult.Kept;
        }

        Unlock();
        Replace();
        return Done();
    }

    public override WriteResult CommitOver(ReadOnlyMemory<byte>? before, ReadOnlySpan<byte> content)
    {
        Fill(content);
        Unlock();
        switch (FilePlaces.TryTake(_target, _folder, _name, before, content))
        {
            case PlaceTaken.Yes:
                return Done();
            case PlaceTaken.InExchange:
                // Whoever had it open may still write to it; a name it needs no more.
                _displaced = DisplacedFile.Open(_folder, _name);
                RemoveTemporary();
                return Done();
            case PlaceTaken.No:
                return WriteResult.Kept;
            case PlaceTaken.Stuck:
                _isThere = false;
                throw new IOException(
                    $"'{_target.Asked}' was written by another program at the same moment; what that one wrote is in '{Path.Combine(_target.Folder, _name)}'.");
            default:
                // What is there has just been compared.
                Replace();
                return Done();
        }
    }

    public override ReadOnlyMemory<byte>? Displaced() => _displaced?.Bytes();

    public override void Dispose()
    {
        if (_isThere && !_folder.IsClosed)
        {
            RemoveTemporary();
        }

        _displaced?.Dispose();
        _temporary.Dispose();
        _folder.Dispose();
    }

    /// <param name="before">The mode to keep, with all that goes with it; null: for its owner only.</param>
    private void Prepare(UnixFileMode? before)
    {
        // Says to sweeps that somebody still needs it; where files cannot be locked, its age has to do.
        _ = Posix.Lock(_temporary, Posix.TakeLock);
        if (before is { } mode)
        {
            Keep(mode);
        }

        PosixFile.TakeRoom(_target, _temporary, Room);
    }

    private void Keep(UnixFileMode mode)
    {
        if (OperatingSystem.IsLinux())
        {
            KeptAttributes.Copy(_target, _folder, _temporary, mode);
        }
        else
        {
            PosixFile.SetMode(_target, _temporary, mode);
        }
    }

    private void Fill(ReadOnlySpan<byte> content)
    {
        PosixFile.WriteAll(_target, _temporary, content);
        PosixFile.Truncate(_target, _temporary, content.Length);
        PosixFile.Sync(_target, _temporary);
    }

    /// <summary>Under its new name it is everybody's: .NET's readers would fail as long as it is locked.</summary>
    private void Unlock() => _ = Posix.Lock(_temporary, Posix.FreeLock);

    private void RemoveTemporary() => _isThere = Posix.UnlinkAt(_folder, _name, 0) != 0;

    private WriteResult Done() => PosixFile.TrySyncFolder(_folder) ? WriteResult.Written : WriteResult.Unconfirmed;

    private void Replace()
    {
        if (Posix.RenameAt(_folder, _name, _folder, _target.Name) == 0)
        {
            _isThere = false;
            return;
        }

        throw Marshal.GetLastPInvokeError() is Posix.Busy or Posix.OtherDevice
            ? WriteRefusal.MountedAlone(_target)
            : PosixFile.Failure(_target);
    }
}
