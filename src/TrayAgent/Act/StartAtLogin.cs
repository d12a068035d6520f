using TrayAgent.Core.Show;
using TrayAgent.Desktop;

namespace TrayAgent.Act;

/// <summary>Whether the agent starts at login, as the menu shows and sets it.</summary>
/// <param name="autostart">Null where the system has no such thing, or the agent runs without a desktop.</param>
internal sealed class StartAtLogin(IAutostart? autostart)
{
    /// <summary>Null: there is nothing to set.</summary>
    public CheckMark? Mark => autostart?.State switch
    {
        null => null,
        AutostartState.On when autostart.Program is { } program && !File.Exists(program) => CheckMark.Off,
        AutostartState.On => CheckMark.On,
        _ => CheckMark.Off,
    };

    /// <exception cref="IOException">It could not be written; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Set(CheckMark mark)
    {
        if (mark == CheckMark.Off)
        {
            autostart?.TurnOff();
        }
        else if (Environment.ProcessPath is { } executable)
        {
            autostart?.TurnOn(executable);
        }
    }
}
