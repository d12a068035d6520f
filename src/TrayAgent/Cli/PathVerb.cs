using System.CommandLine;
using TrayAgent.Desktop;

namespace TrayAgent.Cli;

/// <summary><c>trayagent path on|off</c>: whether <c>trayagent</c> is a command; for the setup program of Windows.</summary>
internal static class PathVerb
{
    public static Command Create(Streams streams)
    {
        var verb = new Command("path", "Makes 'trayagent' a command in new terminals of Windows.") { Hidden = true };
        Add("on", "Add the folder of this program to your PATH", CurrentDesktop.AddToPath);
        Add("off", "Remove it again", CurrentDesktop.RemoveFromPath);
        return verb;

        void Add(string name, string description, Func<string, bool> change)
        {
            var one = new Command(name, description);
            one.SetAction(_ => Run(change, streams));
            verb.Subcommands.Add(one);
        }
    }

    private static int Run(Func<string, bool> change, Streams streams)
    {
        try
        {
            if (change(Path.GetDirectoryName(Environment.ProcessPath)!))
            {
                return ExitCode.Fine;
            }

            streams.Error.WriteLine("Only Windows needs this: elsewhere, put 'trayagent' into a folder of your PATH.");
            return ExitCode.Failed;
        }
        catch (IOException e)
        {
            streams.Error.WriteLine(e.Message);
            return ExitCode.Failed;
        }
    }
}
