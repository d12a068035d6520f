namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>Keys and values that the AWS CLI accepts and other tools read differently.</summary>
internal static class KeyNotes
{
    public static void CheckKey(ConfigFindings findings, IniKey key, char delimiter)
    {
        if (delimiter == ':')
        {
            findings.Note(key.Line, "colon", key.ShownName,
                $"A colon follows '{key.ShownName}': the .NET SDK and the Rust SDK refuse the "
                + "whole file, and the JavaScript SDK loses the key. Write an equals sign.",
                Tools.JavaScript, Tools.DotNet, Tools.Rust);
        }

        if (key.Name.AsSpan().ContainsAnyInRange('A', 'Z'))
        {
            findings.Note(key.Line, "upper-case-key", key.ShownName,
                $"The JavaScript SDK, and so Claude Code, looks for "
                + $"'{key.ShownName.ToLowerInvariant()}' and does not find '{key.ShownName}'. Write it in lower case.", Tools.JavaScript);
        }

        CheckValue(findings, key);
    }

    /// <summary>The AWS CLI takes whatever a profile lacks from its session, other tools only the start URL and the region.</summary>
    public static void CheckSession(ConfigFindings findings, IniSection session)
    {
        foreach (var key in session.Keys.Where(key => key.LookupName is "sso_account_id" or "sso_role_name"))
        {
            findings.Note(key.Line, "role-in-session", key.ShownName,
                $"Only the AWS CLI and boto3 read '{key.ShownName}' in '[{session.Header}]'. Write it into each profile of the session.",
                Tools.JavaScript, Tools.DotNet, Tools.Go, Tools.Rust);
        }
    }

    /// <summary>A line that is indented more than the key above it, and so part of its value.</summary>
    public static void CheckContinuation(ConfigFindings findings, IniKey key, IniLine line)
    {
        var content = line.Content;
        if (content[0] == '[')
        {
            findings.Note(line.Number, "indented-header", content,
                $"The AWS CLI takes '{content}' for more of the value of "
                + $"'{key.ShownName}', because it is indented. Remove the spaces before it.", Tools.AwsCli);
        }
        else if (key.First.Content.Length > 0 && content.Contains('='))
        {
            var name = new IniKey(PythonText.Trim(content.Split('=')[0]), line).ShownName;
            findings.Note(line.Number, "indented-key", name,
                $"The AWS CLI takes '{name}' for more of the value of '{key.ShownName}', "
                + "because it is indented; the JavaScript SDK reads it as a key. Remove the spaces before it.",
                Tools.AwsCli, Tools.Go, Tools.Rust);
        }
        else if (key.First.Content.Length > 0)
        {
            findings.Note(line.Number, "continuation", key.ShownName,
                $"The value of '{key.ShownName}' goes on here: the .NET SDK refuses "
                + "the whole file, and the JavaScript SDK drops the line. Put the value on one line.",
                Tools.JavaScript, Tools.DotNet);
        }
    }

    private static void CheckValue(ConfigFindings findings, IniKey key)
    {
        var value = key.First.Content;
        if (HasComment(value))
        {
            findings.Note(key.Line, "inline-comment", key.ShownName,
                $"The AWS CLI and the .NET SDK take the comment for part of the "
                + $"value of '{key.ShownName}'. Move the comment to a line of its own.", Tools.AwsCli, Tools.DotNet);
        }
        else if (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0])
        {
            findings.Note(key.Line, "quoted-value", key.ShownName,
                $"The quotes around the value of '{key.ShownName}' are part of it for "
                + "every tool but the Go SDK, which strips them. Remove them.", Tools.Go);
        }
    }

    private static bool HasComment(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] is '#' or ';' && PythonText.IsSpace(value[i - 1]))
            {
                return true;
            }
        }

        return value.Length > 0 && value[0] is '#' or ';';
    }
}
