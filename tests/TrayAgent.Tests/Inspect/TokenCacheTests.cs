using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Inspect;
using TrayAgent.Settings;

namespace TrayAgent.Tests.Inspect;

public sealed class TokenCacheTests : IDisposable
{
    private const string Config = """
        [profile a]
        sso_session = work
        sso_account_id = 111122223333
        sso_role_name = reader

        [sso-session work]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = us-east-1
        """;

    private static readonly DateTimeOffset End = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempHome _home = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Inspector _inspector;

    public TokenCacheTests()
    {
        _home.Config(Config);
        _inspector = NewInspector();
    }

    [Fact]
    public void A_sessions_token_is_found_by_its_name()
    {
        _home.Token("work", End);

        var snapshot = Inspect();

        var session = Assert.Single(snapshot.Config.Sessions);
        var token = Assert.IsType<CacheFile.Token>(snapshot.Cache[session.CacheFileName]);
        Assert.Equal(End, token.Content.ExpiresAt);
    }

    [Fact]
    public void No_odd_file_hides_the_good_ones()
    {
        _home.Token("work", End);
        OddFile.Fifo(InCache("fifo.json"));
        OddFile.BoundSocket(InCache("socket.json"));
        OddFile.Sparse(InCache("huge.json"), 1L << 30);
        File.CreateSymbolicLink(InCache("zero.json"), "/dev/zero");
        File.CreateSymbolicLink(InCache("loop.json"), "loop.json");
        File.CreateSymbolicLink(InCache("dangling.json"), "nowhere");
        Directory.CreateDirectory(InCache("folder.json"));
        _home.CacheFile("empty.json", []);
        _home.CacheFile("nul.json", new byte[512]);
        _home.CacheFile("torn.json", Encoding.UTF8.GetBytes("{\"accessToken\": \"a"));
        _home.CacheFile("types.json", Encoding.UTF8.GetBytes("{\"accessToken\": 1, \"expiresAt\": []}"));
        _home.CacheFile("bom.json", [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(InCache(CacheFileNames.Token("work")))]);
        _home.CacheFile("kiro-auth-token.json", Encoding.UTF8.GetBytes("{\"provider\": \"x\"}"));
        _home.CacheFile("tmp12345678.tmp", [1, 2, 3]);

        var described = Inspect().Cache.Files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{file.Key}: {Describe(file.Value)}");

        Assert.Equal(
            """
            bom.json: token
            e274eeff768c6396088ec6eb091f4bf4d47ab1e0.json: token
            empty.json: 'empty.json' is empty.
            fifo.json: 'fifo.json' is not a regular file.
            folder.json: 'folder.json' is a folder.
            huge.json: 'huge.json' is too large (1,073,741,824 bytes; at most 256 KB are read).
            kiro-auth-token.json: JSON of another kind
            loop.json: 'loop.json' is a link that leads back to itself.
            nul.json: 'nul.json' holds nothing but zero bytes, as after a crash of the machine.
            socket.json: 'socket.json' is not a regular file.
            torn.json: 'torn.json' is not complete JSON.
            types.json: 'types.json' has an 'accessToken' that is no text.
            zero.json: 'zero.json' is not a regular file.
            """.ReplaceLineEndings("\n"),
            string.Join('\n', described));
    }

    [Fact]
    public void A_torn_write_keeps_what_the_file_last_held()
    {
        var path = _home.Token("work", End);
        var whole = Inspect().Cache[Path.GetFileName(path)];
        var tornAt = _time.GetUtcNow();

        foreach (var torn in new[] { "", "{\"accessToken\": \"x", "{" })
        {
            File.WriteAllText(path, torn);
            var file = Assert.IsType<CacheFile.Unreadable>(Inspect().Cache[Path.GetFileName(path)]);
            Assert.Equal(whole, file.LastGood);
            Assert.Equal(tornAt, file.Since);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _home.Token("work", End.AddHours(-1));
        Assert.Equal(End.AddHours(-1), Assert.IsType<CacheFile.Token>(Inspect().Cache[Path.GetFileName(path)]).Content.ExpiresAt);
    }

    [Fact]
    public void A_deleted_token_is_forgotten()
    {
        var path = _home.Token("work", End);
        Inspect();
        File.Delete(path);

        Assert.Empty(Inspect().Cache.Files);
    }

    [Fact]
    public void A_change_of_the_same_length_in_the_same_instant_is_seen()
    {
        var path = _home.Token("work", End, accessToken: "one");
        var before = Assert.IsType<CacheFile.Token>(Inspect().Cache[Path.GetFileName(path)]).Content;
        _home.Token("work", End, accessToken: "two");

        var after = Assert.IsType<CacheFile.Token>(Inspect().Cache[Path.GetFileName(path)]).Content;

        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
    }

    [Fact]
    public void An_unchanged_folder_gives_the_same_facts_without_reading_it_again()
    {
        _home.Token("work", End);
        _time.Advance(TimeSpan.FromMinutes(1));
        var first = Inspect().Cache.Files;

        Assert.Same(first, Inspect().Cache.Files);
    }

    [Fact]
    public async Task A_command_waits_for_a_token_that_is_just_being_written()
    {
        var path = _home.Token("work", End);
        File.WriteAllText(path, "");
        var inspecting = _inspector.InspectSettledAsync(TestContext.Current.CancellationToken);
        Assert.False(inspecting.IsCompleted);

        _home.Token("work", End);
        await Advance(inspecting);

        Assert.IsType<CacheFile.Token>((await inspecting).Cache[Path.GetFileName(path)]);
    }

    [Fact]
    public async Task A_command_believes_after_three_seconds_that_a_token_is_unreadable()
    {
        var path = _home.Token("work", End);
        File.WriteAllText(path, "{");
        var start = _time.GetUtcNow();

        var inspecting = _inspector.InspectSettledAsync(TestContext.Current.CancellationToken);
        await Advance(inspecting);

        Assert.IsType<CacheFile.Unreadable>((await inspecting).Cache[Path.GetFileName(path)]);
        Assert.True(_time.GetUtcNow() - start >= TimeSpan.FromSeconds(3), "It gave up too early.");
    }

    [Fact]
    public void A_command_does_not_wait_for_a_file_that_nobody_writes()
    {
        File.SetLastWriteTimeUtc(_home.Token("other", End), DateTime.UtcNow);
        var path = _home.CacheFile(CacheFileNames.Token("work"), []);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-1));

        Assert.True(_inspector.InspectSettledAsync(TestContext.Current.CancellationToken).IsCompleted);

        File.Delete(path);
        Directory.CreateDirectory(path);
        Assert.True(_inspector.InspectSettledAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public void Twenty_thousand_files_are_no_trouble()
    {
        _home.Token("work", End);
        for (var i = 0; i < 20_000; i++)
        {
            _home.CacheFile($"{i:x40}.json", "{\"clientId\": \"c\", \"clientSecret\": \"s\"}"u8.ToArray());
        }

        var files = Inspect().Cache.Files;

        Assert.Equal(20_001, files.Count);
        Assert.IsType<CacheFile.Token>(files[CacheFileNames.Token("work")]);
    }

    [Fact]
    public void A_cache_that_is_no_folder_is_a_problem_and_nothing_more()
    {
        Directory.Delete(_home.SsoCache);
        File.WriteAllText(_home.SsoCache, "");

        var snapshot = Inspect();

        Assert.Equal(
            $"The folder '{_home.SsoCache}' cannot be listed. It must be a folder, or a link to one.",
            snapshot.Cache.Problem?.Text);
        Assert.Single(snapshot.Config.Sessions);
    }

    [Fact]
    public void Without_a_cache_folder_there_are_no_files_and_no_problem()
    {
        Directory.Delete(_home.SsoCache);

        var cache = Inspect().Cache;

        Assert.Empty(cache.Files);
        Assert.Null(cache.Problem);
    }

    public void Dispose() => _home.Dispose();

    private Inspector NewInspector() => new(
        _home.WithHome,
        _home.AwsPaths,
        _home.ClaudePaths,
        () => AgentSettings.Default,
        () => Remembered.Nothing,
        _ => null,
        _time);

    private Snapshot Inspect() => _inspector.Inspect(_time.GetUtcNow());

    private string InCache(string name) => Path.Combine(_home.SsoCache, name);

    private async Task Advance(Task task)
    {
        for (var step = 0; step < 1000 && !task.IsCompleted; step++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    private static string Describe(CacheFile file) => file switch
    {
        CacheFile.Token => "token",
        CacheFile.Registration => "registration",
        CacheFile.Foreign foreign => foreign.Description,
        CacheFile.Unreadable unreadable => unreadable.Reason,
        _ => throw new UnreachableException(),
    };
}
