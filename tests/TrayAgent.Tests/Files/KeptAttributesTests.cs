using System.Text;
using TrayAgent.Files.Writing;

namespace TrayAgent.Tests.Files;

/// <summary>A file that people edit keeps what it has beside its content; one with secrets is for its owner only.</summary>
public sealed class KeptAttributesTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Shared = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("trayagent-files-").FullName;

    private string Settings => Path.Combine(_folder, "settings.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Attributes_of_programs_and_the_access_list_stay()
    {
        var large = new byte[1000];
        Random.Shared.NextBytes(large);
        Write("old");
        FileExtras.Set(Settings, "user.backup.policy", "keep"u8.ToArray());
        FileExtras.Set(Settings, "user.empty", []);
        FileExtras.Set(Settings, "user.large", large);
        FileExtras.Admit(Settings, 1234);
        var (list, mode) = (FileExtras.AccessListOf(Settings), File.GetUnixFileMode(Settings));
        Replace("new", Audience.AsBefore);
        Assert.Equal(Convert.ToHexString("keep"u8), FileExtras.Get(Settings, "user.backup.policy"));
        Assert.Equal("", FileExtras.Get(Settings, "user.empty"));
        Assert.Equal(Convert.ToHexString(large), FileExtras.Get(Settings, "user.large"));
        Assert.Equal(list, FileExtras.AccessListOf(Settings));
        Assert.Equal(mode, File.GetUnixFileMode(Settings));
    }

    [Fact]
    public void Nobody_is_admitted_whom_the_old_file_did_not_admit()
    {
        Write("old");
        File.SetUnixFileMode(Settings, Shared);
        FileExtras.AdmitByDefault(_folder, 1234);
        Replace("new", Audience.AsBefore);
        Assert.Null(FileExtras.AccessListOf(Settings));
        Assert.Equal(Shared, File.GetUnixFileMode(Settings));
    }

    [Fact]
    public void A_file_with_secrets_is_for_its_owner_only_whatever_it_had()
    {
        Write("old");
        FileExtras.Admit(Settings, 1234);
        FileExtras.Set(Settings, "user.mark", "x"u8.ToArray());
        Replace("new", Audience.OwnerOnly);
        Assert.Null(FileExtras.AccessListOf(Settings));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Settings));
    }

    [Fact]
    public void The_group_stays()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root is in every group.");
        Write("old");
        FileExtras.SetGroup(Settings, 4321);
        File.SetUnixFileMode(Settings, Shared | UnixFileMode.SetGroup);
        Replace("new", Audience.AsBefore);
        Assert.Equal("4321", FileExtras.GroupOf(Settings));
        Assert.Equal(Shared | UnixFileMode.SetGroup, File.GetUnixFileMode(Settings));
    }

    private void Write(string text) => File.WriteAllText(Settings, text);

    /// <summary>In both ways: in exchange, and by a rename.</summary>
    private void Replace(string text, Audience audience)
    {
        using (var pending = PendingWrite.Reserve(Settings, audience))
        {
            Assert.Equal(WriteResult.Written, pending.CommitOver(File.ReadAllBytes(Settings), Encoding.UTF8.GetBytes("between")));
        }

        AtomicFile.Write(Settings, Encoding.UTF8.GetBytes(text), audience);
        Assert.Equal(text, File.ReadAllText(Settings));
        Assert.Equal([Settings], Directory.GetFiles(_folder));
    }
}
