using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Races;

/// <summary>A race against a service that revokes the session of whoever uses a refresh token twice.</summary>
internal static class Race
{
    private static readonly TimeSpan Expired = TimeSpan.FromMinutes(-1);

    public static Task OnAsync(int rounds, Func<Machine, Fleet, Task> race) => OnAsync(rounds, Expired, race);

    public static Task OnAsync(int rounds, TimeSpan left, Func<Machine, Fleet, Task> race) => Machine.WithoutDesktopAsync(
        async machine => await race(machine, await Fleet.SignInAsync(machine, rounds, left)),
        new CentreOptions { RefreshTokenPolicy = RefreshTokenPolicy.Punishing });
}
