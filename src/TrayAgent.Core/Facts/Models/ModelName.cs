using System.Globalization;
using System.Text.RegularExpressions;

namespace TrayAgent.Core.Facts.Models;

/// <summary>What the ID of a Claude model on Bedrock says: <c>anthropic.claude-opus-4-5-20251101-v1:0</c>.</summary>
/// <param name="Date">Eight digits; null in the IDs of newer models.</param>
/// <param name="Suffix"><c>-v1</c> or <c>-v1:0</c>; null in the IDs of newer models.</param>
public sealed partial record ModelName(ModelFamily Family, Version Version, string? Date, string? Suffix)
{
    /// <summary>Null when the text is no such ID, or one of a family that nobody has heard of.</summary>
    public static ModelName? Parse(string id)
    {
        var match = Form().Match(id);
        return match.Success
            ? new ModelName(
                Enum.Parse<ModelFamily>(match.Groups["family"].Value, ignoreCase: true),
                new Version(Number(match.Groups["major"]), Number(match.Groups["minor"])),
                Text(match.Groups["date"]),
                Text(match.Groups["suffix"]))
            : null;
    }

    /// <summary>The same model, whatever stands behind its name.</summary>
    public bool IsSameModel(ModelName other) => Family == other.Family && Version == other.Version;

    private static int Number(Group digits) =>
        digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static string? Text(Group group) => group.Success ? group.Value : null;

    // Up to Claude 3.7 the number stands before the family.
    [GeneratedRegex(
        @"\Aanthropic\.claude-(?:(?<family>opus|sonnet|haiku|fable)-(?<major>[0-9]{1,2})(?:-(?<minor>[0-9]{1,2}))?"
        + @"|(?<major>[0-9])(?:-(?<minor>[0-9]))?-(?<family>opus|sonnet|haiku))"
        + @"(?:-(?<date>[0-9]{8}))?(?<suffix>-v[0-9](?::[0-9])?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
