using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Matrix;

/// <summary>What each tool wrote, recorded byte for byte, is read by us: with its date of then, and with a later one in the same spelling.</summary>
public sealed partial class ObservedFilesTests
{
    private const string RefreshTokenMissing = "refreshed-without-new-refresh-token-by-dotnet.json";

    public static TheoryData<string> TokenFiles => [.. Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "tokens"))
        .Select(file => Path.GetFileName(file))
        .Where(name => !name.StartsWith("registration-", StringComparison.Ordinal) && !name.StartsWith("cli-role", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(TokenFiles))]
    public Task An_unexpired_token_is_valid(string file) => Machine.WithoutDesktopAsync(async machine =>
    {
        var session = await StateAsync(machine, file, TimeSpan.FromMinutes(50));
        Assert.Equal("valid", session["state"]!.ToString());
        Assert.Equal(file != RefreshTokenMissing, session["refreshable"]!.GetValue<bool>());
    });

    [Theory]
    [MemberData(nameof(TokenFiles))]
    public Task An_expired_token_is_refreshable_if_it_holds_a_refresh_token(string file) => Machine.WithoutDesktopAsync(async machine =>
    {
        var session = await StateAsync(machine, file, TimeSpan.FromMinutes(-1));
        Assert.Equal(file != RefreshTokenMissing ? "refreshable" : "sign-in-needed", session["state"]!.ToString());
    });

    private static async Task<JsonObject> StateAsync(Machine machine, string file, TimeSpan left)
    {
        var fleet = await Fleet.SignInAsync(machine, 1, left);
        var text = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Fixtures", "tokens", file), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(fleet.Single.TokenFile, Moved(text, left), TestContext.Current.CancellationToken);
        var status = await machine.RunAsync("status", "--json");
        return JsonNode.Parse(status.Out)!["sessions"]!.AsArray().Single()!.AsObject();
    }

    /// <summary>The dates of the files pass, so both move; their spelling, which is what differs between tools, stays.</summary>
    private static string Moved(string text, TimeSpan left) => Date().Replace(text, date =>
        date.Groups["field"].Value + (DateTime.UtcNow + (date.Groups["field"].Value.Contains("registration", StringComparison.Ordinal)
            ? TimeSpan.FromDays(80)
            : left)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    [GeneratedRegex("""(?<field>"(expiresAt|registrationExpiresAt)": ")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d""")]
    private static partial Regex Date();
}
