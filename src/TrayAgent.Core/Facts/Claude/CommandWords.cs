using System.Collections.Immutable;
using System.Text;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Splits a shell command line into words, well enough to find the options of <c>aws</c> and <c>trayagent</c> in it.</summary>
internal static class CommandWords
{
    /// <summary>The words of each program that is called.</summary>
    /// <remarks>
    /// Quotes are taken off. An operator such as <c>&amp;&amp;</c> ends a call, a redirection such as <c>2&gt;&amp;1</c> only a word.
    /// An open quote ends with the text.
    /// </remarks>
    public static ImmutableArray<ImmutableArray<string>> Split(string command)
    {
        var calls = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var words = ImmutableArray.CreateBuilder<string>();
        StringBuilder? word = null;
        char? quote = null;
        var last = ' ';
        foreach (var c in command)
        {
            if (c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is '\'' or '"')
            {
                quote = c;
                word ??= new StringBuilder();
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
        }
    }

    /// <summary>What follows <paramref name="option"/>, as its own word or behind <c>=</c>, or is given to the variable.</summary>
    public static IEnumerable<string> Values(ImmutableArray<string> words, string option, string? variable)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var value = words[i] == option ? words.ElementAtOrDefault(i + 1)
                : Behind(option, words[i]) ?? (variable is null ? null : Behind(variable, words[i]));
            if (!string.IsNullOrEmpty(value) && value[0] is not ('-' or '$'))
            {
                yield return value;
            }
        }
    }

    private static string? Behind(string name, string word) =>
        word.StartsWith(name, StringComparison.Ordinal) && word.AsSpan(name.Length).StartsWith("=", StringComparison.Ordinal)
            ? word[(name.Length + 1)..]
            : null;
}
