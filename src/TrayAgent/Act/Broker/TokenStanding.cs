using TrayAgent.Act.Tokens;

namespace TrayAgent.Act.Broker;

/// <summary>How a session's token stands after everything was tried that needs nobody: a closed set.</summary>
internal abstract record TokenStanding
{
    private TokenStanding()
    {
    }

    internal sealed record Good(TokenSecret Token, TokenOrigin Origin) : TokenStanding;

    /// <param name="Text">A sentence that says why.</param>
    /// <param name="Fingerprint">Of the token that is good no longer; null: there was none.</param>
    internal sealed record NeedsPerson(string Text, string? Fingerprint) : TokenStanding;

    /// <summary>Nobody can help just now: no network, a full disk, a service that fails.</summary>
    /// <param name="Text">A sentence that says why.</param>
    internal sealed record Failed(string Text) : TokenStanding;
}
