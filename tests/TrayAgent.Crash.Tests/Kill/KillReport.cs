using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

/// <param name="Left">The folder with all temporary files that the killed ones left, eleven minutes old.</param>
internal sealed record KillReport(string Left)
{
    public int Killed { get; private set; }

    public int Finished { get; private set; }

    /// <summary>Neither the old bytes nor the new ones.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>The modes of temporary files that others may open, and what was in the place of the file.</summary>
    public SortedSet<string> Readable { get; } = [];

    public void Count(WriterEnd end)
    {
        if (end.WasKilled)
        {
            Killed++;
        }
        else
        {
            Assert.True(end.Succeeded, $"Exit code {end.ExitCode}: {end.Error}");
            Finished++;
        }
    }
}
