using System.CommandLine;
using TrayAgent.Core.Show;
using TrayAgent.Desktop;
using TrayAgent.Hosting;
using TrayAgent.Inspect;

namespace TrayAgent.Cli;

/// <summary><c>trayagent autostart on|off|status</c>.</summary>
internal static class AutostartVerb
{
    public static Command Create(Streams streams)
    {
        var verb = new Command("autostart", "Starts the agent when you log in, by the convention of your desktop.");
        Add("on", "Start the agent at login", autostart => autostart.TurnOn(Executable));
        Add("off", "Do not start it any more", autostart => autostart.TurnOff());
        Add("status", "Say how it stands", _ => { });
        return verb;

        void Add(string name, string description, Action<IAutostart> change)
        {
            var one = new Command(name, description);
            one.SetAction(_ => Run(streams, change));
            verb.Subcommands.Add(one);
        }
    }

    private static string Executable => Environment.ProcessPath
        ?? throw new InvalidOperationException("The system does not tell where this program is.");

    private static int Run(Streams streams, Action<IAutostart> change)
    {
        var machine = Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance);
        if (CurrentDesktop.Autostart(machine.ConfigHome, machine.Aws.Home) is not { } autostart)
        {
            streams.Error.WriteLine("Starting at login is not supported on this system yet. Add 'trayagent run' to your login items.");
            return ExitCode.Failed;
        }

        try
        {
            change(autostart);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The messages of the adapter name the file; those of the system do not always.
            streams.Error.WriteLine(e is IOException ? e.Message : $"'{autostart.Location}' could not be changed: {e.Message}");
            return ExitCode.Failed;
        }

        streams.Out.WriteLine(Visible.Of(autostart.State switch
        {
            AutostartState.On when autostart.Program is { } program && !File.Exists(program) =>
                $"TrayAgent is set up to start at login, but '{program}' is not there ('{autostart.Location}'). "
                + "'trayagent autostart on' starts this program instead.",
            AutostartState.On when autostart.Program is { } program && !IsThis(program) =>
                $"Another program starts at login: '{program}' ('{autostart.Location}'). 'trayagent autostart on' starts this one instead.",
            AutostartState.On => $"TrayAgent starts at login ('{autostart.Location}').",
            AutostartState.Off => "TrayAgent does not start at login. 'trayagent autostart on' changes that.",
            _ => $"TrayAgent is set up to start at login, but that was disabled in the desktop's own settings ('{autostart.Location}'). "
                + "'trayagent autostart on' enables it again.",
        }));
        return ExitCode.Fine;
    }

    private static bool IsThis(string program) => string.Equals(
        Programs.Resolve(program), Programs.Resolve(Executable), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
