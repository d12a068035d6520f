using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Fuzz.Targets;

/// <summary>A bug that nobody meets by chance: three steps, each of them visible only by the way that the code took.</summary>
internal static class PlantedTarget
{
    public static void Run(byte[] input)
    {
        var config = AwsConfigParser.Parse("config", input, "credentials", []);
        if (config.Profiles.Length < 2)
        {
            return;
        }

        if (config.Sessions is not [var session, ..])
        {
            return;
        }

        if (session.Region is not null)
        {
            throw new InvalidOperationException("The planted bug was found.");
        }
    }
}
