namespace TrayAgent.Act.Models;

/// <summary>A command of <c>aws bedrock</c> that not every AWS CLI v2 has.</summary>
/// <param name="Since">The first version that has it.</param>
/// <param name="Purpose">Such as "list inference profiles".</param>
internal sealed record CliNeed(Version Since, string Purpose)
{
    /// <summary>With the options that are used here; the command itself came with 2.17.39.</summary>
    /// <remarks>https://github.com/aws/aws-cli/blob/v2/.changes/2.18.17.json</remarks>
    public static CliNeed List { get; } = new(new Version(2, 18, 17), "list inference profiles");

    /// <remarks>https://github.com/aws/aws-cli/blob/v2/.changes/2.27.42.json</remarks>
    public static CliNeed Access { get; } = new(new Version(2, 27, 42), "ask which models are enabled");

    /// <param name="cli">The beginning of the sentence.</param>
    public string TooOld(string cli) => $"{cli} is too old to {Purpose}; that needs {Since} or later.";
}
