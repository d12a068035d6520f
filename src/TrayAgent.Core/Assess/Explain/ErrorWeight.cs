namespace TrayAgent.Core.Assess.Explain;

/// <summary>How much a text says; when several stand in one paste, the one that says most is explained.</summary>
internal enum ErrorWeight
{
    /// <summary>Wraps another error, which may stand beside it.</summary>
    Wrapper,

    /// <summary>A name that several causes share.</summary>
    Vague,

    Definite,

    /// <summary>Says even who decided it.</summary>
    Exact,
}
