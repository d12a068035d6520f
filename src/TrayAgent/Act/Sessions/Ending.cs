using TrayAgent.Act.Tokens;

namespace TrayAgent.Act.Sessions;

/// <summary>How the attempt to end a portal session ended: a closed set. A reason is what follows "because".</summary>
internal abstract record Ending
{
    private Ending()
    {
    }

    public sealed record Ended(TokenSecret Token) : Ending;

    public sealed record WasOver(TokenSecret Token) : Ending;

    /// <summary>Its token can be used no more and not be refreshed, so nobody can tell whether the session lives on.</summary>
    public sealed record OutOfReach(TokenSecret Token) : Ending;

    /// <summary>It lives: AWS was asked to end it, and did not.</summary>
    public sealed record GoesOn(string Reason) : Ending;

    /// <summary>AWS was asked to end it, and nobody knows whether it did.</summary>
    public sealed record InDoubt(string Reason) : Ending;

    /// <summary>AWS gave no answer before it was asked to end it.</summary>
    public sealed record NotAsked(string Reason) : Ending;

    /// <summary>The token has to be refreshed first, and that failed; a full sentence says why.</summary>
    public sealed record NotRefreshed(string Text) : Ending;

    /// <summary>The token must not be sent anywhere; a full sentence says why.</summary>
    public sealed record Impossible(string Text) : Ending;

    /// <summary>There is no token file, or none that can be read.</summary>
    public sealed record NoToken : Ending;
}
