namespace TrayAgent.Core.Facts;

/// <summary>Whether endpoint overrides that name this machine are used (tests, the demo) or ignored (everybody else).</summary>
public enum LoopbackEndpoints
{
    Ignored,
    Used,
}
