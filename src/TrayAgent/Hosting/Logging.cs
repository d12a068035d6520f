using System.Globalization;
using System.Text;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using TrayAgent.Files;

namespace TrayAgent.Hosting;

/// <summary>The log: one rolling file in the state folder, capped in size and number; 0600 by the process's umask.</summary>
internal static class Logging
{
    private const long MostBytesPerFile = 1024 * 1024;
    private const int MostFiles = 5;

    public static Logger Create(AgentPaths paths, LogEventLevel level) => new LoggerConfiguration()
        .MinimumLevel.Is(level)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        .Enrich.With<OneLine>()
        .Enrich.With<WithoutMessages>()
        .WriteTo.File(
            paths.LogFile,
            outputTemplate: "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj}{Trace}{NewLine}",
            formatProvider: CultureInfo.InvariantCulture,
            fileSizeLimitBytes: MostBytesPerFile,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: MostFiles)
        .CreateLogger();

    /// <summary>Closes the log; a full disk must not turn the end of the program into a crash (reliability.md 1, finding 9).</summary>
    public static void Close(Logger logger)
    {
        try
        {
            logger.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is lost; there is no other place to say so.
        }
    }

    /// <summary>
    /// Of an exception only its kind and place: the messages of the AWS SDK contain the whole answer of the service, and those
    /// of other libraries whatever they were given.
    /// </summary>
    private sealed class WithoutMessages : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (logEvent.Exception is { } exception)
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty("Trace", new ScalarValue($": {Kinds.Of(exception)} {Place(exception)}")));
            }
        }

        private static string Place(Exception exception) =>
            string.Join(' ', (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>One event is one line: names with line breaks cannot forge another, nor can they turn around what stands in it.</summary>
    private sealed class OneLine : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var (name, value) in logEvent.Properties.ToArray())
            {
                if (value is ScalarValue { Value: string text } && text.EnumerateRunes().Any(IsHostile))
                {
                    logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Neutral(text))));
                }
            }
        }

        private static bool IsHostile(Rune rune) => Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

        private static string Neutral(string text) =>
            string.Concat(text.EnumerateRunes().Select(rune => IsHostile(rune) ? $"\\u{rune.Value:x4}" : rune.ToString()));
    }
}
