using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Serilog;
using TrayAgent.Act;
using TrayAgent.Act.Edits;
using TrayAgent.Act.Refresh;
using TrayAgent.Act.Sessions;
using TrayAgent.Cli;
using TrayAgent.Desktop;
using TrayAgent.Desktop.Headless;
using TrayAgent.Events;
using TrayAgent.Files;
using TrayAgent.Files.Writing;
using TrayAgent.State;

namespace TrayAgent.Hosting;

/// <summary>Wires the agent together: the only composition root besides <see cref="Machine"/>.</summary>
internal static partial class AgentHost
{
    /// <summary>A new deadline wakes the scheduler by itself; to look twice a minute whether there is one only costs.</summary>
    private static readonly TimeSpan IdleWait = TimeSpan.FromHours(1);

    /// <summary>Runs until <paramref name="stop"/>, SIGTERM, or the person's "Quit".</summary>
    public static async Task RunAsync(RunOptions options, ProcessEnvironment environment, Streams streams, CancellationToken stop)
    {
        var paths = AgentPaths.From(environment, AwsPaths.From(environment).Home);
        var log = Logging.Create(paths, options.LogLevel);
        try
        {
            using var loggers = LoggerFactory.Create(logging => logging.AddSerilog(log));
            var machine = Machine.Open(environment, TimeProvider.System, loggers).WithOtherHomes();
            var desktop = options.Face == Face.Desktop
                ? CurrentDesktop.Open(paths.StateFolder, sentence => Log.Desktop(loggers.CreateLogger<AgentLoop>(), sentence))
                : new HeadlessDesktop();
            var autostart = options.Face == Face.Desktop ? CurrentDesktop.Autostart(machine.ConfigHome, machine.Aws.Home) : null;
            using var host = Build(machine, desktop, new StartAtLogin(autostart), Browsers.Current, log);
            SweepLeftovers(machine);
            await host.Services.GetRequiredService<FileEdits>().CompleteAsync(stop);
            await streams.Error.WriteLineAsync($"TrayAgent runs. Its log is '{paths.LogFile}'.");
            await host.RunAsync(stop);
        }
        finally
        {
            Logging.Close(log);
        }
    }

    /// <summary>What processes of ours left that were killed while they wrote.</summary>
    private static void SweepLeftovers(Machine machine)
    {
        string[] folders =
        [
            machine.Aws.SsoCache, machine.Aws.Locks, machine.Agent.StateFolder, machine.Agent.Inbox,
            Folder(machine.Aws.ConfigFile), Folder(machine.Claude.UserFile),
        ];
        foreach (var folder in folders)
        {
            TemporaryNames.Sweep(folder, machine.Time.GetUtcNow());
        }

        static string Folder(string file)
        {
            try
            {
                return WriteTarget.Find(file).Folder;
            }
            catch (WriteRefusedException)
            {
                return Path.GetDirectoryName(file)!;
            }
        }
    }

    /// <param name="desktop">Disposed with the host.</param>
    internal static IHost Build(
        Machine machine, IDesktop desktop, StartAtLogin startAtLogin, SignInBrowser browser, Serilog.ILogger log)
    {
        // The empty builder reads no appsettings.json and no environment: the agent's settings are its own file.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "trayagent" });
        builder.Services.AddSerilog(log);
        AddMachine(builder.Services, machine);
        builder.Services.AddSingleton(_ => desktop);
        builder.Services.AddSingleton(startAtLogin);
        builder.Services.AddSingleton(machine.SignIns(browser));
        AddAgent(builder.Services);
        builder.Services.AddQuartz(quartz => quartz.ConfigureScheduler(scheduler => scheduler.IdleWaitTime = IdleWait));
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

    private static void AddAgent(IServiceCollection services)
    {
        var events = Channel.CreateUnbounded<AgentEvent>(new UnboundedChannelOptions { SingleReader = true });
        services.AddSingleton(events);
        services.AddSingleton(events.Writer);
        services.AddSingleton<Inbox>();
        services.AddSingleton<WatchedFiles>();
        services.AddSingleton<Deadlines>();
        services.AddTransient<DeadlineJob>();
        services.AddSingleton<SignInTasks>();
        services.AddSingleton<OthersSignIns>();
        services.AddSingleton<ScreenLockFile>();
        services.AddSingleton<RefreshTasks>();
        services.AddSingleton<Repairs>();
        services.AddSingleton<SettingsFixes>();
        services.AddSingleton(provider => provider.GetRequiredService<Machine>().Edits(
            sentence => Log.Edits(provider.GetRequiredService<ILogger<FileEdits>>(), sentence)));
        services.AddSingleton<EffectRunner>();
        services.AddHostedService<DesktopEvents>();
        services.AddHostedService<Heartbeat>();
        services.AddHostedService<ReloadSignal>();
        services.AddHostedService<AgentLoop>();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Sentence}")]
        public static partial void Desktop(Microsoft.Extensions.Logging.ILogger logger, string sentence);

        [LoggerMessage(LogLevel.Warning, "{Sentence}")]
        public static partial void Edits(Microsoft.Extensions.Logging.ILogger logger, string sentence);
    }
}
