using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TrayAgent.Hosting;

/// <summary>The verbs speak to the person who started them; only the agent keeps a log.</summary>
internal static class NoLog
{
    public static ILoggerFactory Instance => NullLoggerFactory.Instance;
}
