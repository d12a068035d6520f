using System.Diagnostics;
using System.Text;
using TrayAgent.Act.Tokens;

namespace TrayAgent.Tests.Act.Tokens;

public sealed class TokenFileTests : IAsyncLifetime
{
    private const string Whole = "{\"accessToken\": \"secret\", \"expiresAt\": \"2099-01-01T00:00:00Z\", \"region\": \"eu-west-1\", \"refreshToken\": \"r\"}";

    private readonly SignInHome _home = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Theory]
    [InlineData(Whole, "secret 2099-01-01 00:00 eu-west-1 True")]
    [InlineData("\uFEFF" + Whole, "secret 2099-01-01 00:00 eu-west-1 True")]
    [InlineData("{\"accessToken\":\"s\",\"expiresAt\":\"2099-01-01T00:00:00UTC\"}", "s 2099-01-01 00:00  False")]
    [InlineData("{\"accessToken\":\"s\",\"expiresAt\":\"2099-01-01T02:00:00.123+02:00\",\"refreshToken\":null}", "s 2099-01-01 00:00  False")]
    [InlineData("{\"accessToken\":{\"accessKeyId\":\"x\"},\"expiresAt\":\"2099-01-01T00:00:00Z\"}", null)]
    [InlineData("{\"clientId\":\"c\",\"clientSecret\":\"s\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}", null)]
    [InlineData("{\"accessToken\":\"s\"}", null)]
    [InlineData("{\"accessToken\":\"s\",\"expiresAt\":\"soon\"}", null)]
    [InlineData("{\"accessToken\": \"s\", \"expi", null)]
    [InlineData("[1]", null)]
    [InlineData("", null)]
    [InlineData("\0\0\0\0", null)]
    public async Task A_token_is_read_or_there_is_none(string content, string? expected)
    {
        await File.WriteAllBytesAsync(_home.TokenPath, Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);
        Check(expected);
    }

    [Fact]
    public void No_file_is_no_token() => Check(null);

    [Fact]
    public void A_folder_is_no_token()
    {
        Directory.CreateDirectory(_home.TokenPath);
        Check(null);
    }

    [Fact]
    public async Task A_fifo_is_no_token_and_nobody_waits_for_it()
    {
        using var mkfifo = Process.Start("mkfifo", [_home.TokenPath]);
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(_home.TokenPath));
        Check(null);
    }

    [Fact]
    public void An_endless_device_is_no_token()
    {
        File.CreateSymbolicLink(_home.TokenPath, "/dev/zero");
        Check(null);
    }

    [Fact]
    public async Task A_file_that_is_just_being_written_is_waited_for()
    {
        await File.WriteAllTextAsync(_home.TokenPath, Whole[..20], TestContext.Current.CancellationToken);
        var reading = TokenFile().ReadSettledAsync(TestContext.Current.CancellationToken);
        Assert.False(reading.IsCompleted);
        await File.WriteAllTextAsync(_home.TokenPath, Whole, TestContext.Current.CancellationToken);
        Assert.Equal("secret", (await reading)?.AccessToken);
    }

    [Fact]
    public void A_token_of_somebody_who_signed_in_meanwhile_is_not_deleted()
    {
        _home.HasToken("old");
        var old = TokenFile().Read()!;
        _home.HasToken("new");
        TokenFile().Delete(old);
        Assert.True(File.Exists(_home.TokenPath));
    }

    /// <summary>Another program may write between a look and a removal, so what was taken away is looked at.</summary>
    [Fact]
    public async Task Nobody_elses_new_token_is_lost_whenever_it_comes()
    {
        var theirs = _home.TokenPath + ".theirs";
        for (var round = 0; round < 300; round++)
        {
            _home.HasToken("old");
            var old = TokenFile().Read()!;
            File.Copy(_home.TokenPath, theirs, overwrite: true);
            await File.WriteAllTextAsync(theirs, Whole, TestContext.Current.CancellationToken);
            var writing = Task.Run(() => File.Move(theirs, _home.TokenPath, overwrite: true), TestContext.Current.CancellationToken);
            TokenFile().Delete(old);
            await writing;
            Assert.Equal("secret", TokenFile().Read()?.AccessToken);
        }

        Assert.Single(Directory.GetFiles(_home.Paths.SsoCache));
    }

    [Fact]
    public void A_secret_does_not_print()
    {
        _home.HasToken("very-secret");
        Assert.Equal("***", $"{TokenFile().Read()}");
    }

    private TokenFile TokenFile() => new(_home.Paths, _home.Session, TimeProvider.System);

    private void Check(string? expected) => Assert.Equal(
        expected,
        TokenFile().Read() is { } token
            ? $"{token.AccessToken} {token.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm} {token.Region} {token.HasRefreshToken}"
            : null);
}
