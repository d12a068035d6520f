using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

/// <summary>On entry of every system call that names the file or has it open.</summary>
internal sealed class KernelCalls : IKillPlan
{
    private readonly Dictionary<TargetShape, KernelCall[]> _calls = [];

    public void Learn(Writer writer, string target, Func<string, TargetShape, string?> prepare)
    {
        foreach (var shape in Enum.GetValues<TargetShape>())
        {
            prepare(target, shape);
            _calls[shape] = KernelCall.Of(writer, target, Content.Of(1), Path.GetDirectoryName(target)!);
        }
    }

    public WriterEnd Write(Writer writer, string target, string text, TargetShape shape, int round) =>
        _calls[shape][round % _calls[shape].Length].Kills(writer).Write(target, text);
}
