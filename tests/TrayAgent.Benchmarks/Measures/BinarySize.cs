using TrayAgent.Benchmarks.Report;

namespace TrayAgent.Benchmarks.Measures;

/// <summary>What a person has to download.</summary>
internal static class BinarySize
{
    private const double Megabyte = 1024 * 1024;

    public static Task<IReadOnlyList<Row>> RunAsync(string agent) => Task.FromResult<IReadOnlyList<Row>>(
        [Row.AtMost("size of the program, linux-x64", new FileInfo(agent).Length / Megabyte, 25, "0.0 'MB'")]);
}
