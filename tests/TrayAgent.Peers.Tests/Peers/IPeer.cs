namespace TrayAgent.Peers.Tests.Peers;

/// <summary>Another program that reads and writes the token files that we do.</summary>
internal interface IPeer : IAsyncDisposable
{
    /// <summary>What it is, with the version that this machine has.</summary>
    string Name { get; }

    /// <summary>Who one is by a profile: the whole way that a user's program takes, through every role, to a call of a service.</summary>
    Task<PeerAnswer> IdentityAsync(string profile);
}
