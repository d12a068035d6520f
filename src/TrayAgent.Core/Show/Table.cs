namespace TrayAgent.Core.Show;

/// <summary>Columns side by side; the widest gives way until they fit into a terminal.</summary>
internal static class Table
{
    private const int Gap = 2;

    private const int Narrowest = 6;

    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows, int indent)
    {
        var cells = rows.Select(row => row.Select(text => Visible.Of(text)).ToArray()).ToList();
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        while (widths.Sum() + (Gap * (widths.Length - 1)) > Wrapped.Width - indent + Gap && widths.Max() > Narrowest)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return cells.Select(row => string.Join(
            new string(' ', Gap),
            row.Select((cell, column) => Visible.Of(cell, widths[column]).PadRight(widths[column]))));
    }
}
