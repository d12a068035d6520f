using System.Text.RegularExpressions;
using TrayAgent.Core.Assess.Explain;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>docs/explain.md says what the table says.</summary>
public sealed partial class ExplainDocumentTests
{
    [Fact]
    public void The_page_has_the_table_row_by_row() => Assert.Equal(
        Explainer.Known.Select(known =>
            $"| `{known.Name}` | {string.Join("<br>", known.Phrases.Select(phrase => $"`{phrase}`"))} | {known.What} |"),
        Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "explain.md"))).Select(match => match.Value));

    [Fact]
    public void Names_are_used_once() =>
        Assert.Equal(Explainer.Known.Length, Explainer.Known.Select(known => known.Name).Distinct().Count());

    [GeneratedRegex("^\\| `.*$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
