/*
 * Loaded before libc (LD_PRELOAD): counts the calls of a process that concern files below one folder, and at one of them
 * does what the test asks for. Only calls through the library are seen; for the others there is strace.
 *
 *   FAULTS_UNDER  the folder, as a resolved path
 *   FAULTS_LOG    a file that gets the name and the subject of every counted call, one a line
 *   FAULTS_AT     the number of the call, from 1
 *   FAULTS_DO     kill-before, kill-after: SIGKILL
 *                 cut-before, cut-after: the power of the file system that holds the folder fails, then SIGKILL
 *                 hold: the call waits until the file FAULTS_HOLD is gone; FAULTS_HOLD.reached says that it does
 *                 fail: the call does nothing and returns FAULTS_ERRNO
 *                 short: a write takes half of what it is given
 *   FAULTS_TIMES  for fail and short: how many calls of that name, from that one on
 *   FAULTS_CUT    1: what the journal holds in memory still reaches the disk, 2: it does not
 *   FAULTS_LIE    1: fsync succeeds and does nothing
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAX_DESCRIPTORS 4096
#define FS_IOC_SHUTDOWN _IOR('X', 125, __u32)

static char under[PATH_MAX], what[32], failing[32];
static size_t under_length;
static long at, number, times = 1;
static int log_file = -1, fault, cut = 2, lie;
static char tracked[MAX_DESCRIPTORS];

__attribute__((constructor)) static void start(void)
{
    const char *value = getenv("FAULTS_UNDER");
    if (!value || strlen(value) >= sizeof under)
        return;
    strcpy(under, value);
    if ((value = getenv("FAULTS_AT"))) at = atol(value);
    if ((value = getenv("FAULTS_DO"))) strncpy(what, value, sizeof what - 1);
    if ((value = getenv("FAULTS_TIMES"))) times = atol(value);
    if ((value = getenv("FAULTS_ERRNO"))) fault = atoi(value);
    if ((value = getenv("FAULTS_CUT"))) cut = atoi(value);
    if ((value = getenv("FAULTS_LIE"))) lie = atoi(value);
    if ((value = getenv("FAULTS_LOG")))
        log_file = (int)syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    under_length = strlen(under);
}

static int below(int folder, const char *path)
{
    if (!under_length || !path)
        return 0;
    if (path[0] != '/' && folder != AT_FDCWD)
        return folder >= 0 && folder < MAX_DESCRIPTORS && tracked[folder];
    return strncmp(path, under, under_length) == 0 && (path[under_length] == '/' || path[under_length] == 0);
}

static int ours(int descriptor)
{
    return descriptor >= 0 && descriptor < MAX_DESCRIPTORS && tracked[descriptor];
}

static int track(int descriptor)
{
    if (descriptor >= 0 && descriptor < MAX_DESCRIPTORS)
        tracked[descriptor] = 1;
    return descriptor;
}

static void end_process(void)
{
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;)
        pause();
}

static void end_if(const char *kill_word, const char *cut_word)
{
    if (strcmp(what, cut_word) == 0) {
        int folder = (int)syscall(SYS_openat, AT_FDCWD, under, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (syscall(SYS_ioctl, folder, FS_IOC_SHUTDOWN, &cut) != 0)
            abort();
        end_process();
    }
    if (strcmp(what, kill_word) == 0)
        end_process();
}

static void hold(void)
{
    const char *gate = getenv("FAULTS_HOLD");
    char reached[PATH_MAX];
    snprintf(reached, sizeof reached, "%s.reached", gate);
    syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, reached, O_WRONLY | O_CREAT, 0600));
    while (access(gate, F_OK) == 0)
        usleep(1000);
}

/* Numbers the call and says whether it is one to fail or to shorten. */
static int begin(const char *name, const char *subject, long *mine)
{
    *mine = __atomic_add_fetch(&number, 1, __ATOMIC_SEQ_CST);
    if (log_file >= 0)
        dprintf(log_file, "%s %s\n", name, subject);
    if (*mine == at) {
        end_if("kill-before", "cut-before");
        if (strcmp(what, "hold") == 0)
            hold();
        strncpy(failing, name, sizeof failing - 1);
    }
    if (at == 0 || *mine < at || times <= 0 || strcmp(failing, name) != 0)
        return 0;
    if (strcmp(what, "fail") != 0 && strcmp(what, "short") != 0)
        return 0;
    times--;
    errno = fault;
    return 1;
}

static void end(long mine)
{
    int saved = errno;
    if (mine == at)
        end_if("kill-after", "cut-after");
    errno = saved;
}

#define FAILS(hit) ((hit) && strcmp(what, "fail") == 0)
#define REAL(function) ((__typeof__(&function))dlsym(RTLD_NEXT, #function))

#define COUNTED(counts, name, subject, type, failed, call)  \
    int hit = 0;                                            \
    long mine;                                              \
    if (!(counts)) return call;                             \
    hit = begin(name, subject, &mine);                      \
    if (FAILS(hit)) return failed;                          \
    type outcome = call;                                    \
    end(mine);                                              \
    return outcome

#define ON_FILE(type, function, name, parameters, ...) \
    type function parameters { COUNTED(ours(file), name, "", type, -1, REAL(function)(file, ##__VA_ARGS__)); }

/* A few functions return the error instead of setting it. */
#define ON_FILE_RETURNING(function, name, parameters, ...) \
    int function parameters { COUNTED(ours(file), name, "", int, fault, REAL(function)(file, ##__VA_ARGS__)); }

#define ON_PATH(function, name, parameters, ...) \
    int function parameters { COUNTED(below(AT_FDCWD, path), name, path, int, -1, REAL(function)(__VA_ARGS__)); }

#define ON_PATH_IN(function, name, parameters, ...) \
    int function parameters { COUNTED(below(folder, path), name, path, int, -1, REAL(function)(__VA_ARGS__)); }

#define MODE(flags)                                         \
    mode_t mode = 0;                                        \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {                \
        va_list rest;                                       \
        va_start(rest, flags);                              \
        mode = (mode_t)va_arg(rest, int);                   \
        va_end(rest);                                       \
    }

/* Opening outside of the folder must leave alone what is tracked. */
#define OPENS(function, folder, ...)                                                       \
    MODE(flags)                                                                            \
    if (!below(folder, path)) return REAL(function)(__VA_ARGS__, mode);                    \
    COUNTED(1, "open", path, int, -1, track(REAL(function)(__VA_ARGS__, mode)))

int open(const char *path, int flags, ...) { OPENS(open, AT_FDCWD, path, flags); }
int open64(const char *path, int flags, ...) { OPENS(open64, AT_FDCWD, path, flags); }
int openat(int folder, const char *path, int flags, ...) { OPENS(openat, folder, folder, path, flags); }
int openat64(int folder, const char *path, int flags, ...) { OPENS(openat64, folder, folder, path, flags); }

ON_FILE(ssize_t, read, "read", (int file, void *buffer, size_t count), buffer, count)
ON_FILE(ssize_t, pread, "read", (int file, void *buffer, size_t count, off_t offset), buffer, count, offset)
ON_FILE(ssize_t, pread64, "read", (int file, void *buffer, size_t count, off64_t offset), buffer, count, offset)

#define PART(count) (hit && (count) > 1 ? (count) / 2 : (count))
ON_FILE(ssize_t, write, "write", (int file, const void *buffer, size_t count), buffer, PART(count))
ON_FILE(ssize_t, pwrite, "write", (int file, const void *buffer, size_t count, off_t offset), buffer, PART(count), offset)
ON_FILE(ssize_t, pwrite64, "write", (int file, const void *buffer, size_t count, off64_t offset), buffer, PART(count), offset)
ON_FILE(ssize_t, writev, "write", (int file, const struct iovec *parts, int count), parts, count)
ON_FILE(ssize_t, pwritev, "write", (int file, const struct iovec *parts, int count, off_t offset), parts, count, offset)

int fsync(int file) { COUNTED(ours(file), "fsync", "", int, -1, lie ? 0 : REAL(fsync)(file)); }
int fdatasync(int file) { COUNTED(ours(file), "fsync", "", int, -1, lie ? 0 : REAL(fdatasync)(file)); }
ON_FILE(int, ftruncate, "ftruncate", (int file, off_t length), length)
ON_FILE(int, ftruncate64, "ftruncate", (int file, off64_t length), length)
ON_FILE(int, fallocate, "fallocate", (int file, int mode, off_t offset, off_t length), mode, offset, length)
ON_FILE(int, fallocate64, "fallocate", (int file, int mode, off64_t offset, off64_t length), mode, offset, length)
ON_FILE_RETURNING(posix_fallocate, "fallocate", (int file, off_t offset, off_t length), offset, length)
ON_FILE_RETURNING(posix_fallocate64, "fallocate", (int file, off64_t offset, off64_t length), offset, length)
ON_FILE(int, fchmod, "fchmod", (int file, mode_t mode), mode)
ON_FILE(int, fchown, "fchown", (int file, uid_t user, gid_t group), user, group)
ON_FILE(int, flock, "flock", (int file, int operation), operation)

ON_PATH(rename, "rename", (const char *from, const char *path), from, path)
ON_PATH_IN(renameat, "rename", (int old, const char *from, int folder, const char *path), old, from, folder, path)
ON_PATH_IN(renameat2, "rename", (int old, const char *from, int folder, const char *path, unsigned flags),
    old, from, folder, path, flags)
ON_PATH(link, "link", (const char *from, const char *path), from, path)
ON_PATH_IN(linkat, "link", (int old, const char *from, int folder, const char *path, int flags), old, from, folder, path, flags)
ON_PATH(unlink, "unlink", (const char *path), path)
ON_PATH_IN(unlinkat, "unlink", (int folder, const char *path, int flags), folder, path, flags)
ON_PATH(mkdir, "mkdir", (const char *path, mode_t mode), path, mode)
ON_PATH(chmod, "chmod", (const char *path, mode_t mode), path, mode)
ON_PATH_IN(fchmodat, "chmod", (int folder, const char *path, mode_t mode, int flags), folder, path, mode, flags)

int statx(int folder, const char *restrict path, int flags, unsigned mask, struct statx *restrict found)
{
    COUNTED(path[0] ? below(folder, path) : ours(folder), "statx", path, int, -1, REAL(statx)(folder, path, flags, mask, found));
}

char *realpath(const char *restrict path, char *restrict resolved)
{
    COUNTED(below(AT_FDCWD, path), "realpath", path, char *, NULL, REAL(realpath)(path, resolved));
}

ssize_t readlink(const char *restrict path, char *restrict buffer, size_t size)
{
    COUNTED(below(AT_FDCWD, path), "readlink", path, ssize_t, -1, REAL(readlink)(path, buffer, size));
}

/* The descriptor is gone even when close returns an error: https://man7.org/linux/man-pages/man2/close.2.html */
int close(int file)
{
    if (!ours(file))
        return REAL(close)(file);
    tracked[file] = 0;
    long mine;
    int hit = begin("close", "", &mine);
    int outcome = REAL(close)(file);
    if (FAILS(hit)) {
        errno = fault;
        return -1;
    }
    end(mine);
    return outcome;
}
