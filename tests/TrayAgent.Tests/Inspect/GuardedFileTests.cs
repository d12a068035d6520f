using System.Runtime.Versioning;
using System.Text;
using TrayAgent.Files;

namespace TrayAgent.Tests.Inspect;

public sealed class GuardedFileTests : IDisposable
{
    private readonly TempHome _home = new();
    private readonly string _path;

    public GuardedFileTests() => _path = Path.Combine(_home.SsoCache, "x.json");

    [Fact]
    public void A_regular_file_is_read_whole()
    {
        File.WriteAllText(_path, "hello");

        Check("hello");
    }

    [Fact]
    public void A_file_at_the_limit_is_read_and_one_byte_more_is_not()
    {
        File.WriteAllBytes(_path, new byte[1024]);
        Assert.Equal(1024, Assert.IsType<FileReading.Content>(GuardedFile.Read(_path, 1024)).Bytes.Length);

        File.WriteAllBytes(_path, new byte[1025]);
        Check("is too large (1,025 bytes; at most 1 KB are read)");
    }

    [Fact]
    public void A_file_that_is_not_there_is_missing() => Check("missing");

    [Fact]
    public void A_folder_on_the_way_that_is_a_file_means_missing()
    {
        File.WriteAllText(_path, "hello");

        Assert.IsType<FileReading.Missing>(GuardedFile.Read(Path.Combine(_path, "y"), 1024));
    }

    [Fact]
    public void A_link_is_followed()
    {
        File.WriteAllText(_path + ".real", "hello");
        File.CreateSymbolicLink(_path, "x.json.real");

        Check("hello");
    }

    [Fact]
    public void A_link_to_nothing_is_missing()
    {
        File.CreateSymbolicLink(_path, "nothing");

        Check("missing");
    }

    [Fact]
    public void A_link_to_itself_is_refused()
    {
        File.CreateSymbolicLink(_path, "x.json");

        Check("is a link that leads back to itself");
    }

    [Fact]
    public async Task A_FIFO_without_a_writer_does_not_hang()
    {
        OddFile.Fifo(_path);

        await Task.Run(() => Check("is not a regular file"), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_file_that_changed_just_before_it_was_read_is_read_again(int secondsLater, bool isSettled)
    {
        File.WriteAllText(_path, "hello");
        var stamp = Assert.IsType<FileReading.Content>(GuardedFile.Read(_path, 1024)).Stamp;

        Assert.Equal(isSettled, stamp.IsSettled(stamp.ChangedAt.AddSeconds(secondsLater)));
    }

    [Fact]
    public void A_socket_is_refused()
    {
        OddFile.BoundSocket(_path);

        Check("is not a regular file");
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(_path);

        Check("is a folder");
    }

    [Fact]
    public void A_link_to_an_endless_device_is_refused()
    {
        File.CreateSymbolicLink(_path, "/dev/zero");

        Check("is not a regular file");
    }

    [Fact]
    public void A_huge_file_is_refused_without_reading_it()
    {
        OddFile.Sparse(_path, 1L << 30);

        Check("is too large (1,073,741,824 bytes; at most 1 KB are read)");
    }

    [Fact]
    public void A_file_whose_size_is_not_told_is_read_to_its_end()
    {
        // Files of /proc say they have no bytes.
        var content = Assert.IsType<FileReading.Content>(GuardedFile.Read("/proc/self/status", GuardedFile.CacheFileLimit));

        Assert.Contains("VmRSS", Encoding.ASCII.GetString(content.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void What_is_read_has_the_files_date_and_mode()
    {
        File.WriteAllText(_path, "hello");
        File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.SetLastWriteTimeUtc(_path, new DateTime(2026, 11, 23, 1, 2, 3, DateTimeKind.Utc));

        var stamp = Assert.IsType<FileReading.Content>(GuardedFile.Read(_path, 1024)).Stamp;

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero), stamp.WrittenAt);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, stamp.Mode);
        Assert.Equal(stamp, GuardedFile.Stamp(_path));
    }

    public void Dispose() => _home.Dispose();

    private void Check(string expected) => Assert.Equal(expected, GuardedFile.Read(_path, 1024) switch
    {
        FileReading.Content content => Encoding.UTF8.GetString(content.Bytes),
        FileReading.Refused refused => refused.Reason,
        _ => "missing",
    });
}
