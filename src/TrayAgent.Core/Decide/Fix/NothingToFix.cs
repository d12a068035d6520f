using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>The sentence where <c>claude fix</c> has nothing to write.</summary>
public static class NothingToFix
{
    public static string Of(ClaudeFix.Planned planned)
    {
        var snapshot = planned.After.Snapshot;
        var file = Visible.Of(snapshot.Claude.UserFile);
        if (!planned.Notes.IsEmpty)
        {
            return $"Nothing to do in '{file}'.";
        }

        // Without Bedrock there is little to find; who expects it to be set up would take "right already" for an answer.
        if (ClaudeProviders.Of(snapshot.Claude) is not (ClaudeProvider.Bedrock or ClaudeProvider.Gateway))
        {
            return $"Nothing to do: Claude Code does not use Amazon Bedrock, and '{file}' does not set it up. Run {SetUp(snapshot)} for that.";
        }

        return planned.Remaining.Any() ? $"Nothing to do in '{file}'." : $"Nothing to do: '{file}' is right already.";
    }

    /// <summary>Who has to choose a profile, or to make one, is asked by the setup.</summary>
    private static string SetUp(Snapshot snapshot) =>
        snapshot.ConfigOfClaude.Profiles.Where(profile => profile.Session is not null).ToList() is [{ Name: var only }] && Wiring.IsSafeName(only)
            ? FixCommand.Of(WiringMode.Broker, only)
            : "'trayagent setup'";
}
