namespace TrayAgent.Desktop;

/// <summary>Start at login, by the convention of the system.</summary>
public interface IAutostart
{
    /// <summary>The file or registry value that decides, for messages.</summary>
    string Location { get; }

    AutostartState State { get; }

    /// <summary>Full path of the program that is started, which may be another one or gone; null: none, or it is named without its folder.</summary>
    string? Program { get; }

    /// <param name="executable">Full path of the program to start.</param>
    /// <exception cref="IOException">It could not be written; the message names the file.</exception>
    void TurnOn(string executable);

    /// <exception cref="IOException">It could not be written; the message names the file.</exception>
    void TurnOff();
}
