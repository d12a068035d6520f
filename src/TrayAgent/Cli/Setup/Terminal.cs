using System.Collections.Immutable;
using Spectre.Console;
using Spectre.Console.Rendering;
using TrayAgent.Core.Show;
using TrayAgent.Files;

namespace TrayAgent.Cli.Setup;

/// <summary>
/// Asks the person at the terminal. The only file that knows Spectre.Console: no other verb loads or starts it.
/// Everything goes to standard error, and foreign text is shown, never taken for markup.
/// </summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>Of a list; what does not fit is reached by the arrow keys.</summary>
    private const int MostLines = 12;

    /// <summary>Question, search, hint, and what stands above.</summary>
    private const int OtherLines = 6;

    private readonly IAnsiConsole _console;

    private Terminal(IAnsiConsole console) => _console = console;

    /// <summary>Null when there is none, or none that can move its cursor: then every answer must be given as an option.</summary>
    public static Terminal? Open(ProcessEnvironment environment)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected || (!OperatingSystem.IsWindows() && environment["TERM"] is null or "dumb"))
        {
            return null;
        }

        return new Terminal(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Interactive = InteractionSupport.Yes,
            ColorSystem = environment["NO_COLOR"] is null ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        }));
    }

    public void Say(string text) => _console.WriteLine(Visible.Of(text));

    /// <param name="question">Without a colon.</param>
    /// <param name="suggestion">What Enter means; null: something must be typed.</param>
    /// <param name="problem">A sentence about what was typed, shown before it is asked again; null when it will do.</param>
    public Task<string> AskAsync(string question, string? suggestion, Func<string, string?> problem, CancellationToken stop)
    {
        var prompt = new TextPrompt<string>(Plain(question)) { AllowEmpty = true }
            .Validate(typed => problem(typed) is { } wrong
                ? ValidationResult.Error($"[red]{Plain(wrong)}[/]")
                : ValidationResult.Success());
        return (suggestion is null ? prompt : prompt.DefaultValue(suggestion)).ShowAsync(_console, stop);
    }

    public async Task<bool> ConfirmAsync(string question, CancellationToken stop) =>
        await new ConfirmationPrompt(Plain(question)) { InvalidChoiceMessage = "[red]Type 'y' or 'n'.[/]" }.ShowAsync(_console, stop);

    /// <summary>The place of what was chosen.</summary>
    public async Task<int> PickAsync(string question, ImmutableArray<string> items, int start, CancellationToken stop)
    {
        var list = new PickList([.. items.Select(item => Visible.Of(item))], start);
        var chosen = await _console.Live(View(question, list)).AutoClear(true).StartAsync(async live =>
        {
            while (true)
            {
                live.UpdateTarget(View(question, list));
                if (await _console.Input.ReadKeyAsync(intercept: true, stop) is not { } key)
                {
                    stop.ThrowIfCancellationRequested();
                }
                else if (key.Key == ConsoleKey.Enter && list.Chosen is { } place)
                {
                    return place;
                }
                else
                {
                    list = After(list, key);
                }
            }
        });
        _console.Write(Line($"{question}: {string.Join(' ', items[chosen].Split(' ', StringSplitOptions.RemoveEmptyEntries))}", Width, Style.Plain));
        _console.WriteLine();
        return chosen;
    }

    /// <summary>Shows that something is going on, and what; the work may change the words.</summary>
    public Task<T> WhileAsync<T>(string doing, Func<Action<string>, Task<T>> work) =>
        _console.Status().StartAsync(Plain(doing), context => work(now => context.Status(Plain(now))));

    /// <summary>What was cut short has hidden the cursor.</summary>
    public void Dispose() => _console.Cursor.Show();

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

    private int Width => Math.Max(20, _console.Profile.Width - 1);

    private Rows View(string question, PickList list)
    {
        var height = Math.Clamp(_console.Profile.Height - OtherLines, 3, MostLines);
        List<IRenderable> rows = [Line($"{question}:", Width, Style.Plain)];
        rows.AddRange(list.Window(height).Select(item =>
            Line($"{(item.IsChosen ? '>' : ' ')} {item.Text}", Width, item.IsChosen ? new Style(Color.Blue, decoration: Decoration.Bold) : Style.Plain)));
        rows.Add(Line(Hint(list), Width, new Style(decoration: Decoration.Dim)));
        return new Rows(rows);
    }

    private static string Hint(PickList list) => list switch
    {
        { Matches.IsEmpty: true } => $"Nothing contains '{Visible.Of(list.Filter)}'. Backspace, or Escape for the whole list.",
        { Filter.Length: > 0 } => $"{list.Matches.Length} of {list.Count} contain '{Visible.Of(list.Filter)}'. Enter takes the marked one.",
        _ => $"{list.Count} in all. Arrow keys move, typing searches, Enter takes the marked one.",
    };

    private static Text Line(string text, int width, Style style) => new(Visible.Of(text, width), style) { Overflow = Overflow.Crop };

    private static string Plain(string text) => Markup.Escape(Visible.Of(text));
}
