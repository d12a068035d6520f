namespace TrayAgent.Act.Models;

/// <summary>Whether Bedrock can be asked as a profile: a closed set.</summary>
internal abstract record BedrockDoor
{
    private BedrockDoor()
    {
    }

    /// <param name="Cli">The full path of an AWS CLI that is new enough.</param>
    /// <param name="Profile">Who asks, and its token is good.</param>
    internal sealed record Open(string Cli, string Profile) : BedrockDoor;

    /// <param name="Obstacle">For programs.</param>
    /// <param name="Text">For people: why not, and what to do.</param>
    internal sealed record Shut(ListObstacle Obstacle, string Text) : BedrockDoor;
}
