using Serilog.Events;

namespace TrayAgent.Hosting;

/// <summary>How the agent is to run.</summary>
internal sealed record RunOptions(Face Face, LogEventLevel LogLevel);
