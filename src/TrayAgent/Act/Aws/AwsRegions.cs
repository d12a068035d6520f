using System.Text.RegularExpressions;

namespace TrayAgent.Act.Aws;

/// <summary>What may stand for a region in a host name: anything else would lead a token elsewhere.</summary>
internal static partial class AwsRegions
{
    public static bool IsRegion(string? text) => text is not null && Name().IsMatch(text);

    // The European sovereign cloud begins with four letters: eusc-de-east-1.
    [GeneratedRegex(@"\A[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}\z")]
    private static partial Regex Name();
}
