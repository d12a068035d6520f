using System.Xml.Linq;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>What Windows was asked to show.</summary>
/// <param name="Title">Its first line.</param>
/// <param name="Links">What each button opens, by its words, in their order.</param>
internal sealed record Toast(string Title, IReadOnlyDictionary<string, string> Links)
{
    public static Toast Of(string xml)
    {
        var toast = XElement.Parse(xml);
        return new Toast(
            toast.Descendants("text").First().Value,
            toast.Descendants("action").ToDictionary(action => action.Attribute("content")!.Value, action => action.Attribute("arguments")!.Value));
    }
}
