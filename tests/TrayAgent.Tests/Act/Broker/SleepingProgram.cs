using System.Collections.Immutable;
using System.Diagnostics;
using TrayAgent.Act.Broker;
using TrayAgent.Files;

namespace TrayAgent.Tests.Act.Broker;

/// <summary>A real detached program that does nothing until the test is over.</summary>
internal sealed class SleepingProgram : IDisposable
{
    private readonly List<DetachedProgram> _started = [];

    public DetachedProgram Start()
    {
        var started = DetachedProgram.Start(
            "/bin/sleep", ["600"], new ProcessEnvironment(ImmutableDictionary<string, string>.Empty.Add("ONLY", "this")));
        lock (_started)
        {
            _started.Add(started);
        }

        return started;
    }

    public static void Kill(DetachedProgram program)
    {
        using var process = Process.GetProcessById(program.Id);
        process.Kill();
    }

    public void Dispose()
    {
        foreach (var program in _started.Where(program => !program.HasEnded()))
        {
            Kill(program);
        }
    }
}
