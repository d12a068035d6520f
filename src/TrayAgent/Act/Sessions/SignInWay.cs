using TrayAgent.Act.ByCli;

namespace TrayAgent.Act.Sessions;

/// <summary>Who signs in: a closed set.</summary>
internal abstract record SignInWay
{
    private SignInWay()
    {
    }

    internal sealed record ByCli(CliCheck.Usable Cli) : SignInWay;

    /// <param name="Note">A sentence about the AWS CLI that the person chose and that will not do; null when none was chosen.</param>
    internal sealed record ByOurselves(string? Note) : SignInWay;

    /// <param name="Text">A sentence that says why it cannot even begin.</param>
    internal sealed record Impossible(string Text) : SignInWay;
}
