using System.Text;
using TrayAgent.Core.Assess.Explain;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent explain</c>: what it is, why here, what to do; lines end in LF.</summary>
public static class ExplanationText
{
    public static string Of(Explanation explanation, TextStyle style)
    {
        var text = new StringBuilder();
        var paint = new Paint(style);
        text.Append(paint.Bold(explanation.Name)).Append('\n');
        Paragraph(text, explanation.What);
        Paragraph(text, $"Here: {explanation.Why}");
        Paragraph(text, $"→ {explanation.Remedy.Text}");

        // Not wrapped: a command is there to be copied.
        if (!explanation.Remedy.Argv.IsDefaultOrEmpty)
        {
            text.Append("    ").Append(CommandLine.Of(explanation.Remedy.Argv)).Append('\n');
        }

        foreach (var line in explanation.Enclosure)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string sentences)
    {
        foreach (var line in Wrapped.Lines(Visible.Of(sentences), indent: 0))
        {
            text.Append(line).Append('\n');
        }
    }
}
