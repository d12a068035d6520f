using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Edits;

/// <summary>An edit of a home, and what breaks it.</summary>
/// <param name="What">In words, for messages.</param>
/// <param name="Writer">Perhaps under strace.</param>
internal sealed record EditBreak(EditRun.Shape Shape, string What, Writer Writer, Fault? Fault = null)
{
    /// <summary>It is nothing that an edit could fail of.</summary>
    public bool IsHarmless { get; init; }
}
