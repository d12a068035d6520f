using TrayAgent.Act.Oidc;
using TrayAgent.Act.Tokens;

namespace TrayAgent.Act.Setup;

/// <summary>The token that a set-up works with: a closed set; prints as <c>***</c>.</summary>
internal abstract record SetupToken
{
    private SetupToken(TokenSecret secret) => Secret = secret;

    /// <summary>For questions to AWS.</summary>
    public TokenSecret Secret { get; }

    public sealed override string ToString() => "***";

    /// <summary>It lay in the token cache already.</summary>
    internal sealed record Found(TokenSecret Secret) : SetupToken(Secret);

    /// <summary>Of a sign-in just now. It is in memory only, until the person has accepted everything.</summary>
    internal sealed record Held(TokenSecret Secret, TokenFields Fields, HeldRegistration Registration) : SetupToken(Secret)
    {
        /// <summary>Nothing was left of the session before, so it begins with this sign-in.</summary>
        public required bool StartedPortalSession { get; init; }
    }
}
