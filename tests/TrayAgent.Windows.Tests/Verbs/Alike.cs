using System.Text.RegularExpressions;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.Windows.Tests.Verbs;

/// <summary>What remains of what a verb said when paths, times and where lines are wrapped are taken out.</summary>
internal static partial class Alike
{
    private const string Refusal = "ok aws.cache.permissions";
    private const string RefusalOfWindows = "skipped aws.cache.permissions This system keeps no such permissions.";

    /// <param name="end">How it ended.</param>
    /// <param name="home">As the program knows it.</param>
    /// <param name="program">Likewise.</param>
    public static VerbEnd Of(VerbEnd end, string home, string program) =>
        new(end.ExitCode, Plain(end.Out, home, program), Plain(end.Error, home, program));

    /// <summary>Of a file.</summary>
    public static string Of(string text, string program) => InCommand(text, program);

    private static string Plain(string text, string home, string program)
    {
        var plain = InCommand(text, program)
            .Replace(home.Replace(@"\", @"\\", StringComparison.Ordinal), "HOME", StringComparison.Ordinal)
            .Replace(home, "HOME", StringComparison.Ordinal);
        foreach (var (windows, linux) in new[] { ("Z:" + Environment.CurrentDirectory.Replace('/', '\\'), Environment.CurrentDirectory), (@"C:\nowhere\aws.exe", "/nowhere/aws") })
        {
            plain = plain.Replace(windows.Replace(@"\", @"\\", StringComparison.Ordinal), linux, StringComparison.Ordinal).Replace(windows, linux, StringComparison.Ordinal);
        }

        plain = Path().Replace(plain, found => found.Value.Replace(@"\\", "/", StringComparison.Ordinal).Replace('\\', '/'))
            .Replace("HOME/AppData/Local/TrayAgent", "STATE", StringComparison.Ordinal)
            .Replace("HOME/.local/state/trayagent", "STATE", StringComparison.Ordinal);
        plain = Backup().Replace(plain, "$1-HASH/$2-TIME");
        plain = GeneratedAt().Replace(plain, "TIME");
        plain = Space().Replace(plain, " ");

        // Windows has no permission bits: one check is skipped there.
        return Counts().Replace(plain, "COUNTS").Replace(Refusal, RefusalOfWindows, StringComparison.Ordinal);
    }

    /// <summary>In a command, with quotes or without, in JSON or not, over two lines or not.</summary>
    private static string InCommand(string text, string program)
    {
        var path = program.Replace('\\', '/');
        return text.Replace($"""\"{path}\" """.TrimEnd(), "TRAYAGENT", StringComparison.Ordinal)
            .Replace($"\"{path}\"", "TRAYAGENT", StringComparison.Ordinal)
            .Replace(path, "TRAYAGENT", StringComparison.Ordinal);
    }

    [GeneratedRegex("""HOME[^\s'",]*""")]
    private static partial Regex Path();

    [GeneratedRegex(@"(backups/[^/]+)-[0-9a-f]{12}/(\d{6})-\d{8}T\d{6}Z")]
    private static partial Regex Backup();

    [GeneratedRegex("(?<=\"generatedAt\": \")[^\"]+")]
    private static partial Regex GeneratedAt();

    [GeneratedRegex(@"\d+ checks are fine, \d+ found something, \d+ were skipped")]
    private static partial Regex Counts();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
