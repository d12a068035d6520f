using System.CommandLine;

namespace TrayAgent.Loopback.CommandLine;

/// <summary>Runs the identity centre until it is told to stop.</summary>
internal static class CentreCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port to listen on; 0 takes a free one.",
    };

    private static readonly Option<double?> SessionLength = Seconds("--session-length", "portal sessions last");
    private static readonly Option<double?> AccessTokenLife = Seconds("--access-token-life", "access tokens live");
    private static readonly Option<double?> LegacyLife = Seconds("--legacy-token-life", "tokens without refresh live");
    private static readonly Option<double?> RoleLife = Seconds("--role-credentials-life", "role credentials live");

    private static readonly Option<RefreshTokenPolicy> Policy = new("--refresh-token-policy")
    {
        Description = "What a used refresh token gets.",
    };

    private static readonly Option<string?> DataFolder = new("--data-folder")
    {
        Description = "Where to write the AWS_DATA_PATH files; a new temporary folder by default.",
    };

    public static RootCommand Build()
    {
        var root = new RootCommand("A stand-in on 127.0.0.1 for IAM Identity Center, its access portal and STS.")
        {
            Port, SessionLength, AccessTokenLife, LegacyLife, RoleLife, Policy, DataFolder, ApproveCommand.Build(),
        };
        root.SetAction(RunAsync);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var centre = await IdentityCentre.StartAsync(Options(arguments));
        var folder = arguments.GetValue(DataFolder) ?? Directory.CreateTempSubdirectory("aws-data-path-").FullName;
        var output = arguments.InvocationConfiguration.Output;
        await output.WriteLineAsync(centre.BaseUrl);
        foreach (var (name, value) in AwsToolEnvironment.For(folder, centre.BaseUrl))
        {
            await output.WriteLineAsync($"export {name}='{value}'");
        }

        await output.FlushAsync(cancellationToken);
        await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return 0;
    }

    private static CentreOptions Options(ParseResult arguments)
    {
        var options = new CentreOptions();
        return options with
        {
            Port = arguments.GetValue(Port),
            PortalSessionLength = Given(SessionLength, options.PortalSessionLength),
            AccessTokenLife = Given(AccessTokenLife, options.AccessTokenLife),
            LegacyAccessTokenLife = Given(LegacyLife, options.LegacyAccessTokenLife),
            RoleCredentialsLife = Given(RoleLife, options.RoleCredentialsLife),
            RefreshTokenPolicy = arguments.GetValue(Policy),
        };

        TimeSpan Given(Option<double?> option, TimeSpan absent) =>
            arguments.GetValue(option) is { } seconds ? TimeSpan.FromSeconds(seconds) : absent;
    }

    private static Option<double?> Seconds(string name, string what) =>
        new(name) { Description = $"How many seconds {what}." };
}
