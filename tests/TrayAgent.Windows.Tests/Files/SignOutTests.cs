using System.Globalization;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Files;

/// <summary>Somebody reads the token file while its person signs out. AWS does not know the token, so its session is over.</summary>
public sealed class SignOutTests(Wine wine)
{
    private const string ForReaders = "1";

    /// <summary>Of the role 'Developer' of 'corp', named as the AWS CLI names it.</summary>
    private const string Role = ".aws/cli/cache/6b17aaa4b7ddc1fd491e01d5f64d4b66d9e2b04c.json";

    private const string Token = """
        {"startUrl": "https://d-1.awsapps.com/start", "region": "eu-west-1", "accessToken": "t", "expiresAt": "2099-01-01T00:00:00Z"}
        """;

    [Fact]
    public async Task Who_lets_go_in_time_is_waited_for()
    {
        await using var machine = await SignedInAsync();
        await HeldAsync(machine, 4000);

        var end = await machine.RunAsync("logout", "--session", "corp");

        Assert.Equal((0, "The session 'corp' was already over.", ""), (end.ExitCode, end.Out, end.Error));
        Assert.Empty(Directory.GetFiles(machine.InHome(".aws/sso/cache")));
        Assert.False(File.Exists(machine.InHome(Role)));
    }

    [Fact]
    public async Task Who_does_not_let_go_is_named_and_all_else_goes()
    {
        await using var machine = await SignedInAsync();
        await HeldAsync(machine, 30_000);

        var end = await machine.RunAsync("logout", "--session", "corp");

        Assert.Equal((1, ""), (end.ExitCode, end.Out));
        Assert.Equal(
            "The session 'corp' was already over. But not all of its files could be removed: "
            + $"'{wine.ToWindows(machine.InHome(Homes.Token))}' could not be removed: another program held it for 5 s. "
            + "Close that program, then try again.",
            end.Error);
        Assert.Equal(Token, File.ReadAllText(machine.InHome(Homes.Token)));
        Assert.Single(Directory.GetFiles(machine.InHome(".aws/sso/cache")));
        Assert.False(File.Exists(machine.InHome(Role)));
        Assert.Contains("\"state\": \"sign-in-needed\"", (await machine.RunAsync("status", "--json")).Out, StringComparison.Ordinal);
    }

    private async Task<WindowsMachine> SignedInAsync()
    {
        var machine = await WindowsMachine.StartAsync(wine);
        Homes.Write(Homes.Corp, machine.Write);
        machine.Write(Homes.Token, Token);
        machine.Write(Role, "{}");
        machine.Write("AppData/Roaming/TrayAgent/settings.json", """{ "allowLoopbackEndpoints": true }""");
        return machine;
    }

    private async Task HeldAsync(WindowsMachine machine, int milliseconds)
    {
        var holder = machine.StartProgram(
            await NativePrograms.HoldAsync(wine),
            wine.ToWindows(machine.InHome(Homes.Token)),
            ForReaders,
            milliseconds.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("held", (await holder.FirstLineAsync()).TrimEnd('\r'));
    }
}
