using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;

namespace TrayAgent.Core.Show;

/// <summary>The tray as an assessment and the memory would have it.</summary>
public static class TrayViews
{
    public static TrayView Of(Assessment assessment, Memory memory) => new(
        Icon(assessment, memory),
        $"TrayAgent: {(memory.SignIns.IsEmpty ? Headline.Word(assessment.Overall) : "busy")}",
        ToolTip(assessment, memory),
        TrayMenu.Of(assessment, memory));

    private static TrayIcon Icon(Assessment assessment, Memory memory) => assessment.Overall switch
    {
        _ when !memory.SignIns.IsEmpty => TrayIcon.Busy,
        OverallHealth.Healthy => TrayIcon.Fine,
        OverallHealth.Attention => TrayIcon.EndingSoon,
        OverallHealth.SignInNeeded => TrayIcon.SignInNeeded,
        _ => TrayIcon.Unknown,
    };

    /// <summary>"TrayAgent: corp is signed in until 17:00", and a further line for each further session that matters.</summary>
    private static string ToolTip(Assessment assessment, Memory memory)
    {
        var lines = memory.SignIns.Values
            .OrderBy(underWay => underWay.Progress.Session, StringComparer.Ordinal)
            .Select(SignInWords.Doing)
            .Concat(Headline.Lines(assessment))
            .Concat(Findings(assessment));
        return "TrayAgent: " + string.Join('\n', lines.Select(line => line.TrimEnd('.')));
    }

    private static IEnumerable<string> Findings(Assessment assessment)
    {
        var count = Headline.Further(assessment).Count();
        return count switch
        {
            0 => [],
            1 => ["1 finding"],
            _ => [FormattableString.Invariant($"{count} findings")],
        };
    }
}
