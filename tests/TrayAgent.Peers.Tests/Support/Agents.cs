namespace TrayAgent.Peers.Tests.Support;

/// <summary>Several agents of one home at once, as in containers that share it: each has a state folder of its own.</summary>
internal static class Agents
{
    public static async Task StartAsync(Machine machine, int count)
    {
        var first = machine.Environment["XDG_STATE_HOME"];
        for (var number = 0; number < count; number++)
        {
            machine.Environment["XDG_STATE_HOME"] = $"{first}-{number}";
            await machine.StartAgentAsync("--headless");
        }
    }
}
