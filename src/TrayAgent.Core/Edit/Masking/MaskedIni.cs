using TrayAgent.Core.Facts.Aws.Ini;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Edit.Masking;

/// <summary>An AWS config with its secrets masked and every line where it was.</summary>
internal static class MaskedIni
{
    public static string Of(string text)
    {
        var isSecret = false;
        return string.Join('\n', text.Split('\n').Select(line => Line(line, ref isSecret)));
    }

    /// <param name="isSecret">Whether an indented line goes on with a secret.</param>
    private static string Line(string line, ref bool isSecret)
    {
        var indent = PythonText.Indent(line);
        var content = PythonText.Trim(line);
        if (content.Length == 0)
        {
            return line;
        }

        if (content[0] is '#' or ';')
        {
            return Comment(line, indent);
        }

        if (isSecret && indent > 0)
        {
            return line[..indent] + SecretName.Mask;
        }

        isSecret = false;
        return content[0] == '[' ? MaskedLines.Value(line) : Key(line, ref isSecret);
    }

    private static string Key(string line, ref bool isSecret)
    {
        var sign = line.AsSpan().IndexOfAny('=', ':');
        if (sign < 0)
        {
            // A secret that was pasted over several lines looks like this.
            return line[..PythonText.Indent(line)] + SecretName.Mask;
        }

        isSecret = MaskedLines.IsSecret(line[..sign].Trim());
        var value = line[(sign + 1)..];
        return line[..(sign + 1)] + (isSecret ? Masked(value) : MaskedLines.Value(value));
    }

    /// <summary>A key that was put out of use is still a key.</summary>
    private static string Comment(string line, int indent)
    {
        var text = line[indent..].TrimStart('#', ';');
        var sign = text.AsSpan().IndexOfAny('=', ':');
        return sign > 0 && MaskedLines.IsSecret(text[..sign].Trim())
            ? line[..(line.Length - text.Length + sign + 1)] + Masked(text[(sign + 1)..])
            : MaskedLines.Value(line);
    }

    private static string Masked(string value)
    {
        var content = PythonText.Trim(value);
        return content.Length == 0 ? value : value.Replace(content, SecretName.Mask, StringComparison.Ordinal);
    }
}
