using Microsoft.Extensions.Hosting;
using TrayAgent.Act;
using TrayAgent.Act.Sessions;
using TrayAgent.Hosting;

namespace TrayAgent.Tests.Hosting;

internal static class TestHost
{
    /// <summary>The whole agent in this process, with nothing at login, no browser and no log.</summary>
    public static IHost Build(Machine machine, FakeDesktop desktop) => AgentHost.Build(
        machine,
        desktop,
        new StartAtLogin(null),
        new SignInBrowser(() => null, (_, _) => Task.FromResult<string?>(null)),
        Serilog.Core.Logger.None);
}
