using System.Collections.Immutable;
using System.Text;

namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>Splits a section header into words as Python's <c>shlex.split</c> does, which the AWS CLI uses.</summary>
/// <remarks>https://docs.python.org/3/library/shlex.html#parsing-rules</remarks>
internal static class ShellWords
{
    /// <summary>Null when a quote is not closed or the text ends in a backslash.</summary>
    public static ImmutableArray<string>? Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        StringBuilder? word = null;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ' ' or '\t' or '\r' or '\n':
                    Finish();
                    break;
                case '\\' when i + 1 == text.Length:
                    return null;
                case '\\':
                    (word ??= new StringBuilder()).Append(text[++i]);
                    break;
                case '\'' or '"':
                    i = Quoted(text, i, word ??= new StringBuilder());
                    if (i == text.Length)
                    {
                        return null;
                    }

                    break;
                default:
                    (word ??= new StringBuilder()).Append(text[i]);
                    break;
            }
        }

        Finish();
        return words.ToImmutable();

        void Finish()
        {
            if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }
    }

    /// <summary>Appends what stands in quotes; returns the index of the closing quote, or the length when there is none.</summary>
    private static int Quoted(string text, int start, StringBuilder word)
    {
        var quote = text[start];
        var i = start + 1;
        for (; i < text.Length && text[i] != quote; i++)
        {
            // Only a double quote lets a backslash escape, and only itself and the backslash.
            if (text[i] == '\\' && quote == '"' && i + 1 < text.Length && text[i + 1] is '"' or '\\')
            {
                i++;
            }

            word.Append(text[i]);
        }

        return i;
    }
}
