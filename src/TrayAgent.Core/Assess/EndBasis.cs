namespace TrayAgent.Core.Assess;

/// <summary>What an estimated end rests on.</summary>
public enum EndBasis
{
    /// <summary>The token itself says so (it cannot be refreshed).</summary>
    Token,

    /// <summary>A duration that the user or administrator configured, counted from the sign-in.</summary>
    Configured,

    /// <summary>Lengths that earlier sessions had, counted from the sign-in.</summary>
    Observed,
}
