namespace TrayAgent.Peers.Tests.Peers;

/// <summary>A program that is started anew for each question and says by its exit code whether it got credentials.</summary>
internal sealed class ProgramPeer(Machine machine, string name, string program, Func<string, string[]> arguments) : IPeer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Name => name;

    /// <summary>Debian's AWS CLI; it gets the caller's identity, because role credentials alone might come from its own cache.</summary>
    public static ProgramPeer AwsCli(Machine machine) =>
        new(machine, "AWS CLI 2.9.19", "/usr/bin/aws", profile => ["sts", "get-caller-identity", "--profile", profile]);

    public static ProgramPeer DotNet(Machine machine) =>
        new(machine, "AWSSDK.Core for .NET", Path.Combine(AppContext.BaseDirectory, "DotNetPeer"), profile => [profile]);

    public async Task<PeerAnswer> CredentialsAsync(string profile)
    {
        // What the AWS CLI got before would be an answer too, without a look at the token.
        var roles = Path.Combine(machine.Files.Home, ".aws", "cli", "cache");
        if (Directory.Exists(roles))
        {
            Directory.Delete(roles, recursive: true);
        }

        var process = machine.StartProgram(program, arguments(profile));
        var isGood = await process.EndAsync(Limit) == 0;
        return new PeerAnswer(isGood, "", string.Join('\n', process.Output));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
