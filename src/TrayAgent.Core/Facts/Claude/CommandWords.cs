using System.Collections.Immutable;
using System.Text;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Splits a shell command line into words, well enough to find the options of <c>aws</c> and <c>trayagent</c> in it.</summary>
internal static class CommandWords
{
    /// <summary>Nobody nests deeper, and a hostile text must not take our stack.</summary>
    private const int DeepestSubstitution = 4;

    /// <summary>The words of each program that is called.</summary>
    /// <remarks>
    /// Quotes are taken off. An operator such as <c>&amp;&amp;</c> ends a call, a redirection such as <c>2&gt;&amp;1</c> only a word.
    /// An open quote ends with the text and stays in its word, since no shell would take it off.
    /// A <see cref="CommandSubstitution"/> stays in its word as written, and what it calls follows the call that it stands in.
    /// </remarks>
    public static ImmutableArray<ImmutableArray<string>> Split(string command) => Split(command, 0);

    private static ImmutableArray<ImmutableArray<string>> Split(string command, int depth)
    {
        var calls = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var words = ImmutableArray.CreateBuilder<string>();
        var inner = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        StringBuilder? word = null;
        char? quote = null;
        var quoteAt = 0;
        var last = ' ';
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is '\'' or '"')
            {
                quote = c;
                word ??= new StringBuilder();
                quoteAt = word.Length;
            }
            else if (quote is not '\'' && CommandSubstitution.At(command, i) is { } substitution)
            {
                (word ??= new StringBuilder()).Append(substitution);
                if (depth < DeepestSubstitution)
                {
                    inner.AddRange(Split(CommandSubstitution.Inner(substitution), depth + 1));
                }

                i += substitution.Length - 1;
            }
            else if (quote is null && (char.IsWhiteSpace(c) || c is ';' or '&' or '|' or '(' or ')' or '<' or '>'))
            {
                FinishWord();
                if (c is ';' or '|' or '(' or ')' or '\n' || (c == '&' && last is not ('<' or '>')))
                {
                    FinishCall();
                }
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }

            last = c;
        }

        if (quote is { } open)
        {
            word!.Insert(quoteAt, open);
        }

        FinishWord();
        FinishCall();
        return calls.ToImmutable();

        void FinishWord()
        {
            if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        void FinishCall()
        {
            if (words.Count > 0)
            {
                calls.Add(words.ToImmutable());
                words.Clear();
            }

            calls.AddRange(inner);
            inner.Clear();
        }
    }

    /// <summary>What follows <paramref name="option"/>, as its own word or behind <c>=</c>, or is given to the variable.</summary>
    public static IEnumerable<string> Values(ImmutableArray<string> words, string option, string? variable)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var value = words[i] == option ? words.ElementAtOrDefault(i + 1)
                : Behind(option, words[i]) ?? (variable is null ? null : Behind(variable, words[i]));
            if (!string.IsNullOrEmpty(value) && value[0] != '-' && !IsVariable(value))
            {
                yield return value;
            }
        }
    }

    /// <summary>What it stands for is not known; what a substitution runs is written there.</summary>
    private static bool IsVariable(string value) => value[0] == '$' && !CommandSubstitution.IsIn(value);

    private static string? Behind(string name, string word) =>
        word.StartsWith(name, StringComparison.Ordinal) && word.AsSpan(name.Length).StartsWith("=", StringComparison.Ordinal)
            ? word[(name.Length + 1)..]
            : null;
}
