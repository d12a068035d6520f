namespace TrayAgent.Crash.Tests.Support;

/// <summary>Errors of file calls, with the numbers of Linux.</summary>
internal enum Errno
{
    EPERM = 1,
    EINTR = 4,
    EIO = 5,
    ENOMEM = 12,
    EACCES = 13,
    EBUSY = 16,
    EXDEV = 18,
    EINVAL = 22,
    EMFILE = 24,
    ENOSPC = 28,
    EROFS = 30,
    EOPNOTSUPP = 95,
    EDQUOT = 122,
}
