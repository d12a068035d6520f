using System.Globalization;

namespace TrayAgent.Benchmarks.Report;

/// <summary>One line of the report.</summary>
internal sealed record Row(string What, string Measured, string Budget, Verdict Verdict)
{
    public static Row Info(string what, string measured) => new(what, measured, "", Verdict.None);

    /// <param name="format">How the value reads, for example <c>0.0 'ms'</c>.</param>
    public static Row AtMost(string what, double value, double limit, string format) => new(
        what, Text(value, format), "at most " + Text(limit, format), value <= limit ? Verdict.Kept : Verdict.Missed);

    public static Row AtLeast(string what, double value, double limit, string format) => new(
        what, Text(value, format), "at least " + Text(limit, format), value >= limit ? Verdict.Kept : Verdict.Missed);

    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
