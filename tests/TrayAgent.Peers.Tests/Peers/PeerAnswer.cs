namespace TrayAgent.Peers.Tests.Peers;

/// <summary>What a peer got for a profile; of a secret only the hash.</summary>
/// <param name="IsGood">Whether it got what it asked for.</param>
/// <param name="TokenHash">SHA-256 of the access token, when it was asked for.</param>
/// <param name="Arn">Of the caller, when the identity was asked for.</param>
/// <param name="Problem">What it said instead.</param>
internal sealed record PeerAnswer(bool IsGood, string TokenHash, string Arn, string Problem);
