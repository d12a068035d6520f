using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.Peers.Tests.Support;

/// <summary>Makes a verbose agent judge the machine again.</summary>
internal static class Looks
{
    public static async Task LookAgainAsync(this RunningAgent agent, Machine machine)
    {
        var before = Steps();
        await agent.Process.SignalAsync("HUP");
        await Until.TrueAsync(() => Steps() > before, "the agent has looked again");

        int Steps() => machine.Files.Log.Split("Step because of").Length;
    }
}
