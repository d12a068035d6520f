namespace TrayAgent.Core.Facts.Claude;

/// <summary>A command inside a word, whose output a shell puts there: <c>$(id)</c>, and the same in backticks.</summary>
/// <remarks>https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_03</remarks>
internal static class CommandSubstitution
{
    private const char Backtick = '`';

    /// <summary>The one that begins there, as written; null when none does. One that nobody closes goes to the end.</summary>
    public static string? At(string command, int start) =>
        command[start] == Backtick ? command[start..EndOfBackticks(command, start + 1)]
        : IsOpening(command, start) ? command[start..EndOfParentheses(command, start + 2)]
        : null;

    /// <summary>The command in it.</summary>
    public static string Inner(string substitution) =>
        substitution[0] == Backtick ? substitution.Trim(Backtick)
        : substitution.EndsWith(')') ? substitution[2..^1]
        : substitution[2..];

    public static bool IsIn(string word) => word.Contains(Backtick, StringComparison.Ordinal) || word.Contains("$(", StringComparison.Ordinal);

    private static bool IsOpening(string command, int start) => command.AsSpan(start).StartsWith("$(", StringComparison.Ordinal);

    private static int EndOfBackticks(string command, int start) =>
        command.IndexOf(Backtick, start) is >= 0 and var end ? end + 1 : command.Length;

    private static int EndOfParentheses(string command, int start)
    {
        var depth = 1;
        char? quote = null;
        for (var i = start; i < command.Length; i++)
        {
            var c = command[i];
            if (c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is '\'' or '"')
            {
                quote = c;
            }
            else if (quote is null)
            {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0)
                {
                    return i + 1;
                }
            }
        }

        return command.Length;
    }
}
