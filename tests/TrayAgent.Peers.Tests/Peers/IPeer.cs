namespace TrayAgent.Peers.Tests.Peers;

/// <summary>Another program that reads and writes the token files that we do.</summary>
internal interface IPeer : IAsyncDisposable
{
    /// <summary>What it is, with the version that this machine has.</summary>
    string Name { get; }

    /// <summary>Role credentials of a profile: the whole way that a user's program takes.</summary>
    Task<PeerAnswer> CredentialsAsync(string profile);
}
