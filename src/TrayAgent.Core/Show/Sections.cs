using System.Text;

namespace TrayAgent.Core.Show;

/// <summary>Parts of a text for people, each under its title.</summary>
internal static class Sections
{
    /// <summary>Nothing, not even the title, when there are no lines.</summary>
    public static void Append(StringBuilder text, Paint paint, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(paint.Bold(title)).Append('\n');
        foreach (var line in all)
        {
            text.Append("  ").Append(line.TrimEnd()).Append('\n');
        }
    }
}
