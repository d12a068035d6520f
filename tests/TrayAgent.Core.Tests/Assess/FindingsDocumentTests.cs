using System.Text.RegularExpressions;
using TrayAgent.Core.Assess;

namespace TrayAgent.Core.Tests.Assess;

/// <summary>The catalogue, the constants and the rules name the same codes.</summary>
public sealed partial class FindingsDocumentTests
{
    private static readonly Dictionary<string, string> Codes = typeof(FindingCodes).GetFields()
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    [Fact]
    public void The_catalogue_has_a_row_for_every_code_and_no_other() => Assert.Equal(
        Codes.Values.Order(StringComparer.Ordinal),
        Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md")))
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_code_has_one_rule()
    {
        var assess = Path.Combine(Repository.Root, "src", "TrayAgent.Core", "Assess");
        var used = Directory.GetFiles(Path.Combine(assess, "Rules"), "*.cs")
            .Append(Path.Combine(assess, "Doctor", "OnlineFindings.cs"))
            .Append(Path.Combine(assess, "Doctor", "AccessFindings.cs"))
            .SelectMany(file => Use().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct());
        Assert.Equal(Codes.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `([a-z.-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"FindingCodes\.(\w+)")]
    private static partial Regex Use();
}
