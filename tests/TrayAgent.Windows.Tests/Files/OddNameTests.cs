using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Files;

/// <summary>Names that Windows takes for devices, streams, or something shorter.</summary>
public sealed class OddNameTests(Wine wine)
{
    private static readonly string[] Names = ["CON", "nul.json", "a:b."];

    /// <summary>SHA-1, as the AWS CLI names its files.</summary>
    private static readonly string[] Hashes =
    [
        "7679a072c92896a2f8b38c43a6b6959d5d9cd9c5",
        "b9fcd8b3b3d9747da58bd4da1a2c9f3e491bc352",
        "cc5c8df0b4f9c665463da874ae0a3c22e1899472",
    ];

    /// <summary>The session's name is hashed before it is a file's.</summary>
    [Fact]
    public async Task Sessions_of_such_names_have_files_like_all_others()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        machine.Write(".aws/config", string.Concat(Names.Select(name => Homes.Config
            .Replace("corp", name, StringComparison.Ordinal)
            .Replace("profile dev", $"profile {name}", StringComparison.Ordinal)
            .Replace("profile old", $"profile old {name}", StringComparison.Ordinal))));

        var ends = await Task.WhenAll(Names.Select(name => machine.RunAsync("logout", "--session", name)));

        Assert.Equal(Names.Select(name => $"You were not signed in to '{name}'."), ends.Select(end => end.Out));
        Assert.Equal(
            Hashes.Select(hash => $"{hash}.json.sign-in"),
            Directory.GetFiles(machine.InHome(".aws/sso/trayagent")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(
            Directory.GetFiles(machine.StateFolder).Select(Path.GetFileName),
            file => Assert.DoesNotContain(Names, name => file!.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>To read a console would wait for somebody to type.</summary>
    [Fact]
    public async Task A_config_that_is_a_device_is_named_and_not_read()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        machine.Environment["AWS_CONFIG_FILE"] = "CON";

        var end = await machine.RunAsync("status");

        Assert.Contains(@"The AWS CLI cannot read '\\.\CON'", end.Out, StringComparison.Ordinal);
    }
}
