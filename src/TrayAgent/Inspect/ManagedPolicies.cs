using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Claude.Plist;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Claude Code's settings that administrators set through the system; Linux has no such place.</summary>
/// <remarks>https://code.claude.com/docs/en/managed-settings</remarks>
internal static class ManagedPolicies
{
    private const string PolicyKey = @"SOFTWARE\Policies\ClaudeCode";

    /// <summary>The strongest first.</summary>
    public static IEnumerable<ClaudeSettingsLayer> Read() =>
        OperatingSystem.IsWindows() ? OfWindows()
        : OperatingSystem.IsMacOS() ? OfMacOS("/Library/Managed Preferences", Environment.UserName)
        : [];

    /// <summary>A policy has no lines that anybody could look up.</summary>
    /// <param name="json">Null: nothing that can be read.</param>
    public static ClaudeSettingsLayer Layer(string place, byte[]? json, SettingsScope scope)
    {
        var layer = ClaudeSettingsParser.Parse(place, json ?? [], scope);
        return layer with
        {
            Settings = [.. layer.Settings.Select(setting => setting with { Line = null })],
            Problem = layer.Problem is null ? null : layer.Problem with { Line = null },
        };
    }

    [SupportedOSPlatform("windows")]
    private static IEnumerable<ClaudeSettingsLayer> OfWindows()
    {
        if (Value(Registry.LocalMachine) is { } machine)
        {
            yield return Layer($@"HKLM\{PolicyKey}", machine, SettingsScope.ManagedPolicy);
        }

        if (Value(Registry.CurrentUser) is { } user)
        {
            yield return Layer($@"HKCU\{PolicyKey}", user, SettingsScope.ManagedUser);
        }
    }

    [SupportedOSPlatform("windows")]
    private static byte[]? Value(RegistryKey hive)
    {
        try
        {
            using var key = hive.OpenSubKey(PolicyKey);
            return key?.GetValue("Settings") is string json ? Encoding.UTF8.GetBytes(json) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return null;
        }
    }

    /// <summary>Only managed preferences, which nobody but root can write; those of a user go before those of the machine.</summary>
    /// <param name="folder">Where macOS keeps them.</param>
    public static IEnumerable<ClaudeSettingsLayer> OfMacOS(string folder, string user)
    {
        const string Name = "com.anthropic.claudecode.plist";
        foreach (var file in (string[])[Path.Combine(folder, user, Name), Path.Combine(folder, Name)])
        {
            if (GuardedFile.Read(file, GuardedFile.ConfigFileLimit) is FileReading.Content content)
            {
                yield return Layer(file, PlistJson.Of(content.Bytes), SettingsScope.ManagedPolicy);
            }
        }
    }
}
