using System.Text;

namespace TrayAgent.Benchmarks.Report;

/// <summary>The rows as a Markdown table whose columns also line up on a terminal.</summary>
internal static class Table
{
    public static string Of(IReadOnlyList<Row> rows)
    {
        string[][] cells =
        [
            ["what", "measured", "budget", "verdict"],
            .. rows.Select(row => new[] { row.What, row.Measured, row.Budget, Word(row.Verdict) }),
        ];
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder();
        Append(text, cells[0], widths);
        Append(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var line in cells.Skip(1))
        {
            Append(text, line, widths);
        }

        return text.ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, string[] line, int[] widths) =>
        text.Append("| ").AppendJoin(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))).AppendLine(" |");

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Kept => "kept",
        Verdict.Missed => "MISSED",
        _ => "",
    };
}
