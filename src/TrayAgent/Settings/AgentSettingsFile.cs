using Microsoft.Extensions.Logging;
using TrayAgent.Core.Facts;
using TrayAgent.Files;

namespace TrayAgent.Settings;

/// <summary>The settings as the file has them at the moment; re-read when its bytes change.</summary>
internal sealed partial class AgentSettingsFile(AgentPaths paths, ILogger<AgentSettingsFile> logger)
{
    private const int MostBytes = 1024 * 1024;

    private byte[]? _bytes;

    public AgentSettings Current { get; private set; } = AgentSettings.Default;

    /// <summary>Reads the file again. Cheap, so it is done before every inspection.</summary>
    public AgentSettings Reload()
    {
        var found = GuardedFile.Read(paths.SettingsFile, MostBytes);
        var bytes = found is FileReading.Content content ? content.Bytes : null;
        if (found is FileReading.Refused refused)
        {
            // Somebody is writing it, or it is forbidden: what was read last still holds.
            Current = Current with { Problems = [new Problem(paths.SettingsFile, null, refused.Reason)] };
            return Current;
        }

        if (bytes is null ? _bytes is null : bytes.AsSpan().SequenceEqual(_bytes))
        {
            return Current;
        }

        _bytes = bytes;
        Current = bytes is null ? AgentSettings.Default : AgentSettingsParser.Parse(paths.SettingsFile, bytes);
        Log.Read(logger, paths.SettingsFile);
        foreach (var problem in Current.Problems)
        {
            Log.Wrong(logger, problem.ToString());
        }

        return Current;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Settings read from {File}")]
        public static partial void Read(ILogger logger, string file);

        [LoggerMessage(LogLevel.Warning, "{Problem}")]
        public static partial void Wrong(ILogger logger, string problem);
    }
}
