namespace TrayAgent.Peers.Tests.Peers;

/// <summary>The peers of the compatibility matrix, to be named in test data.</summary>
internal static class AllPeers
{
    public const string AwsCli = "aws";
    public const string AwsCli1 = "aws version 1";
    public const string JavaScript = "node";
    public const string DotNet = "dotnet";

    /// <summary>Every botocore that this machine has, by the Python that has it, and the others.</summary>
    public static TheoryData<string> Names => [.. Botocores.Pythons, AwsCli, JavaScript, DotNet];

    /// <summary>Also AWS CLI 1, where a Python has it. It leaves token files to the botocore beside it, so it is not asked everywhere.</summary>
    public static TheoryData<string> WithAwsCli1 => Botocores.AwsCli1 is null ? Names : [.. Names, AwsCli1];

    public static async Task<IPeer> StartAsync(Machine machine, string name)
    {
        IPeer peer = name switch
        {
            AwsCli => ProgramPeer.AwsCli(machine),
            AwsCli1 => ProgramPeer.AwsCli1(machine),
            DotNet => ProgramPeer.DotNet(machine),
            JavaScript => await Node.StartAsync(machine),
            _ => await Botocores.StartAsync(machine, name),
        };
        TestContext.Current.SendDiagnosticMessage($"The peer is {peer.Name}.");
        return peer;
    }
}
