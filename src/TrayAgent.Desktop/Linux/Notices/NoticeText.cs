using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Linux.Notices;

/// <summary>
/// The words of a notice in the form that one server wants.
/// https://specifications.freedesktop.org/notification-spec/latest/
/// </summary>
internal static class NoticeText
{
    private const int LongestTitle = 120;
    private const int LongestBody = 1000;
    private const int LongestButton = 60;

    public static string Title(Notice notice) => PlainText.Line(notice.Title, LongestTitle);

    /// <summary>Cut first and escaped then, so that no entity is cut in two.</summary>
    public static string Body(Notice notice, IReadOnlyCollection<string> capabilities)
    {
        var text = PlainText.Lines(notice.Body, LongestBody);
        return capabilities.Contains("body-markup") ? Escape(text) : text;
    }

    public static string Button(string label) => PlainText.Line(label, LongestButton);

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
