namespace TrayAgent.Core.Show;

/// <summary>A command as one can paste it into a POSIX shell.</summary>
public static class CommandLine
{
    public static string SignIn(string session) => Of(["trayagent", "login", "--session", session]);

    public static string Renew(string session) => Of(["trayagent", "renew", "--session", session]);

    public static string Of(IEnumerable<string> argv) => string.Join(' ', argv.Select(Quoted));

    private static string Quoted(string argument)
    {
        var visible = Visible.Of(argument);
        return visible.Length > 0 && visible.All(IsPlain)
            ? visible
            : $"'{visible.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || "-_./:@%+=,".Contains(character, StringComparison.Ordinal);
}
