using System.Globalization;

namespace TrayAgent.Crash.Tests.Support;

/// <summary>What <c>faults.c</c> shall do at which file call.</summary>
/// <param name="Action">In the words of <c>faults.c</c>.</param>
/// <param name="At">The number of the call, from 1.</param>
internal sealed record Fault(string Action, int At)
{
    public const int Always = int.MaxValue;

    public static Fault Lie { get; } = new("", 0) { Lies = true };

    private int Error { get; init; }

    private int Times { get; init; } = 1;

    private JournalEnd Journal { get; init; }

    private bool Lies { get; init; }

    private string Gate { get; init; } = "";

    public static Fault Kill(Moment moment, int at) => new(moment == Moment.Before ? "kill-before" : "kill-after", at);

    public static Fault PowerCut(Moment moment, int at, JournalEnd journal) =>
        new(moment == Moment.Before ? "cut-before" : "cut-after", at) { Journal = journal };

    /// <summary>The call waits until the file <paramref name="gate"/> is gone; <c>GATE.reached</c> says that it does.</summary>
    public static Fault Hold(int at, string gate) => new("hold", at) { Gate = gate };

    /// <param name="times">How many calls of that kind, from that one on.</param>
    public static Fault Failure(int at, Errno error, int times) => new("fail", at) { Error = (int)error, Times = times };

    public static Fault ShortWrite(int at, int times) => new("short", at) { Times = times };

    public IEnumerable<(string Name, string Value)> Environment =>
    [
        ("FAULTS_DO", Action),
        ("FAULTS_AT", Text(At)),
        ("FAULTS_ERRNO", Text(Error)),
        ("FAULTS_TIMES", Text(Times)),
        ("FAULTS_CUT", Text((int)Journal)),
        ("FAULTS_LIE", Lies ? "1" : "0"),
        ("FAULTS_HOLD", Gate),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
