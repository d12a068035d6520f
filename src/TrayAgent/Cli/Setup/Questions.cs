using System.Collections.Immutable;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli.Setup;

/// <summary>Gets answers: as options gave them, else from the person at the terminal; a missing one names its option.</summary>
/// <param name="terminal">Null when nobody can be asked.</param>
/// <param name="streams">For what is said where nobody is asked.</param>
/// <param name="stop">Ctrl-C.</param>
internal sealed class Questions(Terminal? terminal, Streams streams, CancellationToken stop)
{
    public bool HasTerminal => terminal is not null;

    public CancellationToken Stop => stop;

    public async Task<string> TextAsync(Question question, string? given)
    {
        if (given is null)
        {
            return terminal is null
                ? question.Certain ?? throw Missing(question.Option, question.Text)
                : question.Clean(await terminal.AskAsync(
                    question.Text, question.Suggestion, typed => question.Problem(question.Clean(typed)), stop));
        }

        var answer = question.Clean(given);
        return question.Problem(answer) is { } problem
            ? throw Wrong(question.Option, given, problem)
            : answer;
    }

    /// <summary>The place of what was chosen; the only one is chosen by itself.</summary>
    /// <param name="option">The option that would have answered.</param>
    public async Task<int> PickAsync(string option, string text, ImmutableArray<string> items, int start = 0) =>
        items.Length == 1 ? 0
        : terminal is null ? throw Missing(option, text)
        : await terminal.PickAsync(text, items, start, stop);

    public async Task<bool> ConfirmAsync(string option, string text) =>
        terminal is null ? throw Missing(option, text) : await terminal.ConfirmAsync(text, stop);

    /// <summary>Not a result: it goes to standard error.</summary>
    public void Say(string text)
    {
        if (terminal is null)
        {
            streams.Error.WriteLine(Visible.Of(text));
        }
        else
        {
            terminal.Say(text);
        }
    }

    /// <summary>Something that takes a while; what it does may be told as it changes.</summary>
    public Task<T> WhileAsync<T>(string doing, Func<Action<string>, Task<T>> work) =>
        terminal is null ? work(_ => { }) : terminal.WhileAsync(doing, work);

    public static SetupEndException Wrong(string option, string given, string problem) =>
        SetupEndException.Usage($"'{option}' cannot be '{Visible.Of(given, 80)}'. {problem}");

    private static SetupEndException Missing(string option, string text) => SetupEndException.Usage(
        $"'{option}' is needed ({text}): there is no terminal to ask on. 'trayagent setup --help' lists all options.");
}
