namespace TrayAgent.Peers.Tests.Peers;

/// <summary>A program that is started anew for each question and prints who it is, or says by its exit code that it does not know.</summary>
internal sealed class ProgramPeer(Machine machine, string name, string program, Func<string, string[]> arguments) : IPeer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Name => name;

    /// <summary>Debian's AWS CLI.</summary>
    public static ProgramPeer AwsCli(Machine machine) => new(machine, "AWS CLI 2.9.19", "/usr/bin/aws", WhoAmI);

    public static ProgramPeer AwsCli1(Machine machine) => Botocores.AwsCli1 is var (python, version)
        ? new(machine, $"AWS CLI {version}", python, profile => ["-m", "awscli", .. WhoAmI(profile)])
        : throw new FileNotFoundException("No Python of this machine has AWS CLI 1.");

    public static ProgramPeer DotNet(Machine machine) =>
        new(machine, "AWSSDK.Core for .NET", Path.Combine(AppContext.BaseDirectory, "DotNetPeer"), profile => [profile]);

    public async Task<PeerAnswer> IdentityAsync(string profile)
    {
        // What the AWS CLI got before would be an answer too, without a look at the token.
        var roles = Path.Combine(machine.Files.Home, ".aws", "cli", "cache");
        if (Directory.Exists(roles))
        {
            Directory.Delete(roles, recursive: true);
        }

        var process = machine.StartProgram(program, arguments(profile));
        var isGood = await process.EndAsync(Limit) == 0;
        return new PeerAnswer(isGood, "", string.Join('\n', process.StandardOutput), string.Join('\n', process.StandardError));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string[] WhoAmI(string profile) =>
        ["sts", "get-caller-identity", "--query", "Arn", "--output", "text", "--profile", profile];
}
