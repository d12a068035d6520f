using TrayAgent.Core.Facts;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act.ByCli;

/// <summary>Where an AWS CLI may be, best first: an old one that stands first on the PATH must not hide a good one.</summary>
internal static class CliPlaces
{
    public static IEnumerable<string> For(
        AgentSettings settings, AwsCli known, ProcessEnvironment environment) =>
        settings.AwsCli is { } chosen ? [chosen] : Known(known).Concat(OnPath(environment)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Known(AwsCli known) =>
        known is AwsCli.Found found ? [found.Path] : [];

    /// <summary>Relative entries are skipped: they would mean the current directory.</summary>
    private static IEnumerable<string> OnPath(ProcessEnvironment environment) =>
        (environment["PATH"] ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "aws.exe" : "aws"))
            .Where(File.Exists);
}
