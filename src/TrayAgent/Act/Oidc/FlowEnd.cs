using TrayAgent.Act.Tokens;

namespace TrayAgent.Act.Oidc;

/// <summary>How one of the two flows ended: a closed set.</summary>
internal abstract record FlowEnd
{
    private FlowEnd()
    {
    }

    internal sealed record Token(TokenFields Fields) : FlowEnd;

    /// <param name="Text">A sentence that says why and what to do.</param>
    internal sealed record Failed(string Text) : FlowEnd;
}
