using System.Collections.Immutable;
using System.Runtime.Versioning;
using Microsoft.Win32;
using TrayAgent.Core.Facts;

namespace TrayAgent.Inspect;

/// <summary>
/// The WSL distributions of this user. The registry says which there are, not which run; and whoever opens a file of one that does
/// not run starts it.
/// </summary>
internal static class WslDistributions
{
    private const string Key = @"Software\Microsoft\Windows\CurrentVersion\Lxss";
    private const int Installed = 1;

    /// <summary>Of programs that keep their engine in one; nobody works there.</summary>
    private static readonly string[] Engines = ["docker-desktop", "rancher-desktop", "podman-machine"];

    /// <param name="running">Asked only when there are any. Null: not known, so none is looked at.</param>
    public static ImmutableArray<OtherPlace> Places(Func<ImmutableHashSet<string>?> running)
    {
        if (!OperatingSystem.IsWindows())
        {
            return [];
        }

        var all = Registered();
        var open = all.IsEmpty ? null : running();
        return [.. all.Select(it => new OtherPlace(
            $"WSL {it.Name}", open?.Contains(it.Name) == true ? Share(it.Name) : null, it.User))];
    }

    /// <summary>Windows 10 before WSL came from the Store knows only the shorter name.</summary>
    private static string Share(string name) => Directory.Exists($@"\\wsl.localhost\{name}") ? $@"\\wsl.localhost\{name}" : $@"\\wsl$\{name}";

    [SupportedOSPlatform("windows")]
    private static ImmutableArray<(string Name, uint User)> Registered()
    {
        try
        {
            using var lxss = Registry.CurrentUser.OpenSubKey(Key);
            return
            [
                .. (lxss?.GetSubKeyNames() ?? []).Select(id => Of(lxss!, id)).OfType<(string Name, uint User)>()
                    .OrderBy(it => it.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return [];
        }
    }

    [SupportedOSPlatform("windows")]
    private static (string Name, uint User)? Of(RegistryKey lxss, string id)
    {
        using var key = lxss.OpenSubKey(id);
        return key?.GetValue("DistributionName") is string name
            && WslList.IsName(name)
            && !Engines.Any(engine => name.StartsWith(engine, StringComparison.OrdinalIgnoreCase))
            && key.GetValue("State") is Installed
            && key.GetValue("DefaultUid") is int user
                ? (name, (uint)user)
                : null;
    }
}
