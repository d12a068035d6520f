using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

/// <summary>Where to kill: at calls through the library, or at calls of the kernel.</summary>
internal interface IKillPlan
{
    /// <summary>Looks at writes that are left alone.</summary>
    void Learn(Writer writer, string target, Func<string, TargetShape, string?> prepare);

    /// <summary>Writes, and is killed at the call whose turn it is.</summary>
    WriterEnd Write(Writer writer, string target, string text, TargetShape shape, int round);
}
