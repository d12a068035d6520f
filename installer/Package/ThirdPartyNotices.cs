using System.Text;
using System.Text.Json.Nodes;

namespace TrayAgent.Package;

/// <summary>The notices that the licences of the libraries ask for, from the bill of materials.</summary>
internal static class ThirdPartyNotices
{
    private const string Mit = """
        Permission is hereby granted, free of charge, to any person obtaining a copy
        of this software and associated documentation files (the "Software"), to deal
        in the Software without restriction, including without limitation the rights
        to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
        copies of the Software, and to permit persons to whom the Software is
        furnished to do so, subject to the following conditions:

        The above copyright notice and this permission notice shall be included in all
        copies or substantial portions of the Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
        OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
        SOFTWARE.
        """;

    /// <exception cref="PackageException">A library has a licence that nobody has looked at yet.</exception>
    public static string Of(JsonObject bom, Workshop work)
    {
        var shipped = bom["components"]!.AsArray()
            .Select(component => component!.AsObject())
            .Where(component => (string?)component["scope"] != "excluded")
            .GroupBy(Licence)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        var text = new StringBuilder("TrayAgent contains the following libraries.\n");
        foreach (var group in shipped)
        {
            text.Append($"\n{new string('=', 78)}\n{group.Key}\n{new string('=', 78)}\n\n");
            foreach (var component in group)
            {
                text.Append($"{component["name"]} {component["version"]}{Holder(component)}\n");
            }

            text.Append('\n').Append(TextOf(group.Key, work)).Append('\n');
        }

        return text
            .Append($"\n{new string('=', 78)}\nWhat .NET itself contains\n{new string('=', 78)}\n\n")
            .Append(DotNetRuntime.Notices.ReplaceLineEndings("\n"))
            .Append($"\n{new string('=', 78)}\nNSIS\n{new string('=', 78)}\n\n")
            .Append(File.ReadAllText(work.In("installer", "windows", "NSIS.txt")))
            .ToString();
    }

    private static string Licence(JsonObject component) =>
        (string?)component["licenses"]?[0]?["license"]?["id"]
        ?? throw new PackageException($"'{component["name"]}' names no licence that the bill of materials could tell. Look it up.");

    private static string Holder(JsonObject component) =>
        (string?)component["copyright"] is { Length: > 0 } copyright ? $", {copyright}"
        : (string?)component["authors"]?[0]?["name"] is { Length: > 0 } author ? $", by {author}"
        : "";

    private static string TextOf(string licence, Workshop work) => licence switch
    {
        "MIT" => Mit + "\n",
        "Apache-2.0" => File.ReadAllText(work.Licence),
        _ => throw new PackageException($"The licence '{licence}' is new here. Look at what it asks for, and add its text."),
    };
}
