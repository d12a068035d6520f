using System.Text;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli.Setup;

/// <summary>
/// The end of what stands on the terminal: lines that are drawn anew as they change, and lines that stay.
/// The cursor is moved by what every terminal has known since 1978 (ECMA-48).
/// </summary>
internal sealed class TerminalScreen(TextWriter writer, TextStyle style) : IDisposable
{
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    private const string ShowCursor = "\e[?25h";
    private const string HideCursor = "\e[?25l";

    // A line that is too long, or whose letters are wider than we think, is cut by the terminal and does not make two.
    private const string Wrap = "\e[?7h";
    private const string NoWrap = "\e[?7l";

    private readonly Lock _gate = new();
    private string[] _drawn = [];

    public static int Width => Size(() => Console.WindowWidth, UsualWidth);

    public static int Height => Size(() => Console.WindowHeight, UsualHeight);

    /// <summary>A line that stays, above what is drawn.</summary>
    public void Print(string text)
    {
        lock (_gate)
        {
            var drawn = _drawn;
            Write(Erasing() + text + "\n" + Drawing(drawn));
        }
    }

    /// <summary>In place of what was drawn before.</summary>
    public void Draw(params string[] lines)
    {
        lock (_gate)
        {
            Write(Erasing() + Drawing(lines));
        }
    }

    /// <summary>One line with the cursor at its end.</summary>
    public void DrawInput(string line)
    {
        lock (_gate)
        {
            Write($"{Erasing()}\r{NoWrap}{line}\e[K{Wrap}{ShowCursor}");
        }
    }

    public void EndInput() => Write("\n");

    public string Marked(string text) => Painted("1;34", text);

    public string Dim(string text) => Painted("2", text);

    public string Wrong(string text) => Painted("31", text);

    /// <summary>What was cut short leaves the terminal as it was.</summary>
    public void Dispose() => Write(Wrap + ShowCursor);

    private string Painted(string colour, string text) => style == TextStyle.Ansi ? $"\e[{colour}m{text}\e[0m" : text;

    private string Erasing()
    {
        var lines = _drawn.Length;
        _drawn = [];
        return lines == 0 ? "" : $"\r\e[{lines}A\e[J";
    }

    private string Drawing(string[] lines)
    {
        _drawn = lines;
        return lines.Length == 0 ? ShowCursor
            : lines.Aggregate(new StringBuilder(HideCursor + NoWrap), (text, line) => text.Append(line).Append("\e[K\n")).Append(Wrap).ToString();
    }

    private void Write(string text) => writer.Write(text);

    private static int Size(Func<int> read, int usual)
    {
        try
        {
            return read() is > 0 and var size ? size : usual;
        }
        catch (IOException)
        {
            return usual;
        }
    }
}
