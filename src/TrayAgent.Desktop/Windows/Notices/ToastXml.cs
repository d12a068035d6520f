using System.Security;
using System.Text;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>
/// A notice in the words of Windows: https://learn.microsoft.com/windows/apps/design/shell/tiles-and-notifications/toast-schema .
/// All of it must not be longer than 5 KB.
/// </summary>
internal static class ToastXml
{
    private const int LongestTitle = 120;
    private const int LongestBody = 500;
    private const int LongestButton = 60;

    /// <param name="notice">What to say.</param>
    /// <param name="linkOf">What a click opens.</param>
    public static string Of(Notice notice, Func<Choice, string> linkOf)
    {
        // A click on the text of a notice that offers nothing shows how things are.
        var xml = new StringBuilder("<toast activationType=\"protocol\" launch=\"")
            .Append(Escape(linkOf(notice.Default ?? new Choice.ShowStatus()))).Append('"');
        if (notice.Urgency == Urgency.Critical)
        {
            // It stays until the person does something, where it has a button.
            xml.Append(" scenario=\"reminder\"");
        }

        xml.Append("><visual><binding template=\"ToastGeneric\"><text>").Append(Escape(PlainText.Line(notice.Title, LongestTitle)))
            .Append("</text><text>").Append(Escape(PlainText.Lines(notice.Body, LongestBody))).Append("</text></binding></visual>");
        if (notice.Urgency == Urgency.Low)
        {
            xml.Append("<audio silent=\"true\"/>");
        }

        AppendButtons(xml, notice, linkOf);
        return xml.Append("</toast>").ToString();
    }

    private static void AppendButtons(StringBuilder xml, Notice notice, Func<Choice, string> linkOf)
    {
        if (notice.Buttons.IsEmpty)
        {
            return;
        }

        xml.Append("<actions>");
        foreach (var button in notice.Buttons)
        {
            xml.Append("<action activationType=\"protocol\" content=\"").Append(Escape(PlainText.Line(button.Label, LongestButton)))
                .Append("\" arguments=\"").Append(Escape(linkOf(button.Choice))).Append("\"/>");
        }

        xml.Append("</actions>");
    }

    /// <summary>Two characters that are no characters may not be in XML, not even escaped.</summary>
    private static string Escape(string text) =>
        SecurityElement.Escape(text).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
}
