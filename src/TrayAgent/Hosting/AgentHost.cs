using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Serilog;
using TrayAgent.Act;
using TrayAgent.Cli;
using TrayAgent.Desktop;
using TrayAgent.Desktop.Headless;
using TrayAgent.Events;
using TrayAgent.Files;

namespace TrayAgent.Hosting;

/// <summary>Wires the agent together: the only composition root besides <see cref="Machine"/>.</summary>
internal static partial class AgentHost
{
    /// <summary>Runs until <paramref name="stop"/>, SIGTERM, or the person's "Quit".</summary>
    public static async Task RunAsync(RunOptions options, ProcessEnvironment environment, Streams streams, CancellationToken stop)
    {
        var paths = AgentPaths.From(environment, AwsPaths.From(environment).Home);
        var log = Logging.Create(paths, options.LogLevel);
        try
        {
            using var loggers = LoggerFactory.Create(logging => logging.AddSerilog(log));
            using var host = Build(options, Machine.Open(environment, TimeProvider.System, loggers), log);
            await streams.Error.WriteLineAsync($"TrayAgent runs. Its log is '{paths.LogFile}'.");
            await host.RunAsync(stop);
        }
        finally
        {
            Logging.Close(log);
        }
    }

    private static IHost Build(RunOptions options, Machine machine, Serilog.Core.Logger log)
    {
        // The empty builder reads no appsettings.json and no environment: the agent's settings are its own file.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "trayagent" });
        builder.Services.AddSerilog(log);
        AddMachine(builder.Services, machine);
        AddDesktop(builder.Services, options, machine);
        AddAgent(builder.Services, machine);
        builder.Services.AddQuartz();
        builder.Services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return builder.Build();
    }

    private static void AddMachine(IServiceCollection services, Machine machine)
    {
        services.AddSingleton(machine.Time);
        services.AddSingleton(machine.Environment);
        services.AddSingleton(machine.Aws);
        services.AddSingleton(machine.Claude);
        services.AddSingleton(machine.Agent);
        services.AddSingleton(machine.Settings);
        services.AddSingleton(machine.State);
        services.AddSingleton(machine.Inspector);
        services.AddSingleton(machine);
    }

    private static void AddDesktop(IServiceCollection services, RunOptions options, Machine machine)
    {
        services.AddSingleton(provider => options.Face == Face.Desktop
            ? CurrentDesktop.Open(sentence => Log.Desktop(provider.GetRequiredService<ILogger<AgentLoop>>(), sentence))
            : new HeadlessDesktop());
        services.AddSingleton(new StartAtLogin(options.Face == Face.Desktop ? CurrentDesktop.Autostart(machine.ConfigHome) : null));
        services.AddHostedService<DesktopEvents>();
    }

    private static void AddAgent(IServiceCollection services, Machine machine)
    {
        var events = Channel.CreateUnbounded<AgentEvent>(new UnboundedChannelOptions { SingleReader = true });
        services.AddSingleton(events);
        services.AddSingleton(events.Writer);
        services.AddSingleton(machine.SignIns(Browsers.Current));
        services.AddSingleton<Inbox>();
        services.AddSingleton<WatchedFiles>();
        services.AddSingleton<Deadlines>();
        services.AddTransient<DeadlineJob>();
        services.AddSingleton<SignInTasks>();
        services.AddSingleton<EffectRunner>();
        services.AddHostedService<Heartbeat>();
        services.AddHostedService<ReloadSignal>();
        services.AddHostedService<AgentLoop>();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Sentence}")]
        public static partial void Desktop(Microsoft.Extensions.Logging.ILogger logger, string sentence);
    }
}
