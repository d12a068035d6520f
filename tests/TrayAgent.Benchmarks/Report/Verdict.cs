namespace TrayAgent.Benchmarks.Report;

internal enum Verdict
{
    /// <summary>No budget is set: the number is for comparison.</summary>
    None,
    Kept,
    Missed,
}
