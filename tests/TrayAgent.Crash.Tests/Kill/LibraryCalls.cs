using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

/// <summary>Before and after every call through the library.</summary>
internal sealed class LibraryCalls : IKillPlan
{
    private readonly Dictionary<TargetShape, int> _calls = [];

    public void Learn(Writer writer, string target, Func<string, TargetShape, string?> prepare)
    {
        foreach (var shape in Enum.GetValues<TargetShape>())
        {
            prepare(target, shape);
            _calls[shape] = writer.Calls(target, Content.Of(1)).Count;
        }
    }

    public WriterEnd Write(Writer writer, string target, string text, TargetShape shape, int round)
    {
        var point = round % (2 * _calls[shape]);
        return writer.Write(target, text, Fault.Kill((Moment)(point % 2), (point / 2) + 1));
    }
}
