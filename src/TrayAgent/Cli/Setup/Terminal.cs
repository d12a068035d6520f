using System.Collections.Immutable;
using TrayAgent.Core.Show;
using TrayAgent.Files;

namespace TrayAgent.Cli.Setup;

/// <summary>Asks the person at the terminal. Everything goes to standard error, and foreign text moves no cursor.</summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>Of a list; what does not fit is reached by the arrow keys.</summary>
    private const int MostLines = 12;

    /// <summary>Question, hint, and what stands above.</summary>
    private const int OtherLines = 6;

    /// <summary>For an answer; a question that leaves less gets a line of its own.</summary>
    private const int Room = 20;

    private const string Spinner = "|/-\\";

    private static readonly TimeSpan KeyEvery = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan TurnEvery = TimeSpan.FromMilliseconds(120);

    private readonly TerminalScreen _screen;

    private Terminal(TerminalScreen screen) => _screen = screen;

    /// <summary>Null when there is none, or none that can move its cursor: then every answer must be given as an option.</summary>
    public static Terminal? Open(ProcessEnvironment environment, TextWriter writer) =>
        Console.IsInputRedirected || Console.IsErrorRedirected || (!OperatingSystem.IsWindows() && environment["TERM"] is null or "dumb")
            ? null
            : new Terminal(new TerminalScreen(writer, environment["NO_COLOR"] is null ? TextStyle.Ansi : TextStyle.Plain));

    public void Say(string text) => _screen.Print(Visible.Of(text));

    /// <param name="question">Without a colon.</param>
    /// <param name="suggestion">What Enter means; null: something must be typed.</param>
    /// <param name="problem">A sentence about what was typed, shown before it is asked again; null when it will do.</param>
    public async Task<string> AskAsync(string question, string? suggestion, Func<string, string?> problem, CancellationToken stop)
    {
        var prompt = suggestion is null ? $"{question}: " : $"{question} ({suggestion}): ";
        if (Columns.Of(Visible.Of(prompt)) > TerminalScreen.Width - Room)
        {
            _screen.Print(Visible.Of(prompt));
            prompt = "> ";
        }

        while (true)
        {
            var typed = await LineAsync(prompt, stop);
            var answer = typed.Length == 0 && suggestion is not null ? suggestion : typed;
            if (problem(answer) is not { } wrong)
            {
                return answer;
            }

            _screen.Print(_screen.Wrong(Visible.Of(wrong)));
        }
    }

    public async Task<bool> ConfirmAsync(string question, CancellationToken stop) =>
        await AskAsync($"{question} [y/n]", null, typed => IsYes(typed) || IsNo(typed) ? null : "Type 'y' or 'n'.", stop) is var typed && IsYes(typed);

    /// <summary>The place of what was chosen.</summary>
    public async Task<int> PickAsync(string question, ImmutableArray<string> items, int start, CancellationToken stop)
    {
        var list = new PickList([.. items.Select(item => Visible.Of(item))], start);
        while (true)
        {
            _screen.Draw(View(question, list));
            var key = await KeyAsync(stop);
            if (key.Key == ConsoleKey.Enter && list.Chosen is { } chosen)
            {
                _screen.Draw();
                _screen.Print(Cut($"{question}: {string.Join(' ', items[chosen].Split(' ', StringSplitOptions.RemoveEmptyEntries))}"));
                return chosen;
            }

            list = After(list, key);
        }
    }

    /// <summary>Shows that something is going on, and what; the work may change the words.</summary>
    public async Task<T> WhileAsync<T>(string doing, Func<Action<string>, Task<T>> work)
    {
        var working = work(now => doing = now);
        for (var turn = 0; !working.IsCompleted; turn++)
        {
            _screen.Draw(Cut($"{Spinner[turn % Spinner.Length]} {doing}"));
            await Task.WhenAny(working, Task.Delay(TurnEvery));
        }

        _screen.Draw();
        return await working;
    }

    public void Dispose() => _screen.Dispose();

    private static bool IsYes(string typed) => typed.Trim().ToUpperInvariant() is "Y" or "YES";

    private static bool IsNo(string typed) => typed.Trim().ToUpperInvariant() is "N" or "NO";

    /// <summary>Of a long one the end is shown.</summary>
    private async Task<string> LineAsync(string prompt, CancellationToken stop)
    {
        var line = "";
        while (true)
        {
            var asked = Visible.Of(prompt);
            _screen.DrawInput(asked + Columns.End(line, Math.Max(10, TerminalScreen.Width - Columns.Of(asked) - 1)));
            var key = await KeyAsync(stop);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    _screen.EndInput();
                    return line;

                case ConsoleKey.Backspace:
                    line = line.Length == 0 ? line : line[..^1];
                    break;

                case ConsoleKey.Escape:
                case ConsoleKey.U when key.Modifiers == ConsoleModifiers.Control:
                    line = "";
                    break;

                default:
                    line = char.IsControl(key.KeyChar) ? line : line + key.KeyChar;
                    break;
            }
        }
    }

    /// <summary>Looks again and again: a read that waits could not be cancelled.</summary>
    /// <exception cref="OperationCanceledException">The person does not want to go on.</exception>
    /// <exception cref="SetupEndException">There is nobody any more.</exception>
    private static async Task<ConsoleKeyInfo> KeyAsync(CancellationToken stop)
    {
        while (!Console.KeyAvailable)
        {
            await Task.Delay(KeyEvery, stop);
        }

        // What is left of a terminal whose window was closed says for ever that there is a key, and has none.
        stop.ThrowIfCancellationRequested();
        var key = Console.ReadKey(intercept: true);
        return key is { Key: default(ConsoleKey), KeyChar: '\0' }
            ? throw SetupEndException.Cancelled($"The terminal is gone. {SetupVerb.NothingChanged}")
            : key;
    }

    private static PickList After(PickList list, ConsoleKeyInfo key) => key.Key switch
    {
        ConsoleKey.UpArrow => list.Moved(-1),
        ConsoleKey.DownArrow => list.Moved(1),
        ConsoleKey.PageUp => list.MovedWithin(-MostLines),
        ConsoleKey.PageDown => list.MovedWithin(MostLines),
        ConsoleKey.Home => list.MovedWithin(-list.Count),
        ConsoleKey.End => list.MovedWithin(list.Count),
        ConsoleKey.Backspace => list.Erased(),
        ConsoleKey.Escape => list.Cleared(),
        _ => char.IsControl(key.KeyChar) ? list : list.Typed(key.KeyChar),
    };

    private string[] View(string question, PickList list) =>
    [
        Cut($"{question}:"),
        .. list.Window(Math.Clamp(TerminalScreen.Height - OtherLines, 3, MostLines))
            .Select(item => item.IsChosen ? _screen.Marked(Cut($"> {item.Text}")) : Cut($"  {item.Text}")),
        _screen.Dim(Cut(Hint(list))),
    ];

    private static string Hint(PickList list) => list switch
    {
        { Matches.IsEmpty: true } => $"Nothing contains '{list.Filter}'. Backspace, or Escape for the whole list.",
        { Filter.Length: > 0 } => $"{list.Matches.Length} of {list.Count} contain '{list.Filter}'. Enter takes the marked one.",
        _ => $"{list.Count} in all. Arrow keys move, typing searches, Enter takes the marked one.",
    };

    private static string Cut(string text) => Columns.Beginning(text, Math.Max(20, TerminalScreen.Width - 1));
}
