using TrayAgent.Act;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Tests.Act;

public sealed class RepairsTests : IAsyncLifetime
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Loose = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly SignInHome _home = new();

    private string Registration => Path.Combine(_home.Paths.SsoCache, RegistrationFileName.Of(_home.Session));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Theory]
    [InlineData("{\"clientId\": \"c\", \"clientSe")]
    [InlineData("")]
    public async Task An_unreadable_registration_is_deleted(string torn)
    {
        File.WriteAllText(Registration, torn);
        await CheckAsync(
            FindingCodes.RegistrationUnreadable,
            Registration,
            RepairResult.Repaired,
            $"'{Registration}' was deleted. The next sign-in makes a new client registration.");
        Assert.False(File.Exists(Registration));
    }

    [Fact]
    public async Task One_that_is_whole_again_is_left()
    {
        File.WriteAllText(Registration, "{\"clientId\": \"c\"");
        var running = RunAsync(FindingCodes.RegistrationUnreadable, Registration);
        File.WriteAllText(Registration, "{\"clientId\": \"c\", \"clientSecret\": \"s\", \"expiresAt\": \"2099-01-01T00:00:00Z\"}");
        Assert.Equal(RepairResult.NotNeeded, (await running).Result);
        Assert.True(File.Exists(Registration));
    }

    [Fact]
    public async Task What_may_hold_a_token_is_left()
    {
        File.WriteAllText(Registration, "{\"accessToken\": \"to");
        Assert.Equal(RepairResult.Failed, (await RunAsync(FindingCodes.RegistrationUnreadable, Registration)).Result);
        File.WriteAllText(_home.TokenPath, "{\"x");
        Assert.Equal(RepairResult.Failed, (await RunAsync(FindingCodes.RegistrationUnreadable, _home.TokenPath)).Result);
        Assert.True(File.Exists(Registration) && File.Exists(_home.TokenPath));
    }

    [Theory]
    [InlineData(FindingCodes.RegistrationUnreadable)]
    [InlineData(FindingCodes.CachePermissions)]
    public async Task A_link_and_what_it_leads_to_are_left(string code)
    {
        var target = Path.Combine(_home.Paths.Home, "elsewhere");
        File.WriteAllText(target, "{");
        File.SetUnixFileMode(target, Loose);
        File.CreateSymbolicLink(Registration, target);
        Assert.Equal(RepairResult.Failed, (await RunAsync(code, Registration)).Result);
        Assert.Equal(target, new FileInfo(Registration).LinkTarget);
        Assert.Equal(Loose, File.GetUnixFileMode(target));
    }

    [Fact]
    public async Task What_is_not_in_the_cache_is_left()
    {
        var elsewhere = Path.Combine(_home.Paths.Home, "elsewhere.json");
        File.WriteAllText(elsewhere, "{");
        File.SetUnixFileMode(elsewhere, Loose);
        Assert.Equal(RepairResult.Failed, (await RunAsync(FindingCodes.CachePermissions, elsewhere)).Result);
        Assert.Equal(RepairResult.Failed, (await RunAsync(FindingCodes.CachePermissions, $"{_home.Paths.SsoCache}/../../../elsewhere.json")).Result);
        Assert.Equal(Loose, File.GetUnixFileMode(elsewhere));
    }

    [Fact]
    public async Task A_token_that_others_could_read_is_closed_and_stays()
    {
        _home.HasToken("token");
        File.SetUnixFileMode(_home.TokenPath, Loose);
        var before = await File.ReadAllBytesAsync(_home.TokenPath, TestContext.Current.CancellationToken);
        await CheckAsync(
            FindingCodes.CachePermissions, _home.TokenPath, RepairResult.Repaired, $"Only you can open '{_home.TokenPath}' now.");
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_home.TokenPath));
        Assert.Equal(before, await File.ReadAllBytesAsync(_home.TokenPath, TestContext.Current.CancellationToken));
    }

    /// <summary>The AWS CLI would use it until its last quarter of an hour, and the new session could not be refreshed after it.</summary>
    [Theory]
    [InlineData(44, false)]
    [InlineData(46, true)]
    public async Task A_renewal_makes_a_new_registration_when_the_old_one_may_end_first(int days, bool stays)
    {
        _home.HasToken("old-token");
        File.WriteAllText(
            Registration,
            $"{{\"clientId\": \"c\", \"clientSecret\": \"s\", \"expiresAt\": \"{DateTime.UtcNow.AddDays(days):yyyy-MM-ddTHH:mm:ssZ}\"}}");
        var outcome = await _home.Approves(SignInHome.Device).SignIns.RenewAsync(
            _home.Request, new Steps(), TestContext.Current.CancellationToken);
        Assert.Equal(SignInResult.SignedIn, outcome.Result);
        Assert.Equal(stays, File.Exists(Registration));
    }

    private Task<RepairOutcome> RunAsync(string code, string subject) => new Repairs(_home.Paths, TimeProvider.System).RunAsync(
        code, subject, [_home.Session], TestContext.Current.CancellationToken);

    private async Task CheckAsync(string code, string subject, RepairResult result, string text)
    {
        var outcome = await RunAsync(code, subject);
        Assert.Equal((result, text), (outcome.Result, outcome.Text));
    }
}
