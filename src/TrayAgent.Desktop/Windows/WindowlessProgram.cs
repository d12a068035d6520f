namespace TrayAgent.Desktop.Windows;

/// <summary>
/// <c>trayagentw.exe</c> starts the <c>trayagent.exe</c> beside it without a console window. The setup program puts it there; a program that
/// somebody copied alone does without. Source: <c>installer/windows/trayagentw.c</c>.
/// </summary>
internal static class WindowlessProgram
{
    private const string Name = "trayagentw.exe";
    private const string Program = "trayagent.exe";

    /// <summary>What Windows is to start when nobody looks at a terminal: the one beside a program, or that itself.</summary>
    public static string For(string program) => IsNamed(program, Program) && Beside(program, Name) is var launcher && File.Exists(launcher) ? launcher : program;

    /// <summary>What runs when this is started. A launcher that is gone starts nothing, and is the answer itself.</summary>
    public static string StartedBy(string program) => IsNamed(program, Name) && File.Exists(program) ? Beside(program, Program) : program;

    private static bool IsNamed(string program, string name) => string.Equals(Path.GetFileName(program), name, StringComparison.OrdinalIgnoreCase);

    private static string Beside(string program, string name) => Path.Join(Path.GetDirectoryName(program), name);
}
