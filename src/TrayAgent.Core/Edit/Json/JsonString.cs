using System.Globalization;
using System.Text;

namespace TrayAgent.Core.Edit.Json;

/// <summary>Texts as JSON writes them, with the fewest escapes: people compare what we write with what they would have written.</summary>
internal static class JsonString
{
    public static string Quoted(string text)
    {
        var json = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }
}
