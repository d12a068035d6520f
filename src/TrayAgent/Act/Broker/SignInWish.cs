namespace TrayAgent.Act.Broker;

/// <summary>What somebody waits for who needs a person to sign in.</summary>
/// <param name="Dead">Fingerprint of the token that is good no longer, any other will do; null: there was none.</param>
/// <param name="Since">The end of an attempt counts for this one if it came later.</param>
/// <param name="Until">When the wait ends without it.</param>
internal sealed record SignInWish(string? Dead, DateTimeOffset Since, DateTimeOffset Until);
