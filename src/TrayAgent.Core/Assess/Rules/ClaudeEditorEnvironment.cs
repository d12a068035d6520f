using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>VS Code sets variables for its Claude Code alone, so that one may use another provider, account, region or model than the one in a terminal.</summary>
/// <remarks>Some versions ignore them: https://github.com/anthropics/claude-code/issues/72261</remarks>
internal static class ClaudeEditorEnvironment
{
    public static IEnumerable<Found> Find(Judged judged) => judged.ClaudeSettings.Editor is { Variables.IsEmpty: false } editor
        ?
        [
            new Found(new Finding(
                FindingCodes.ClaudeEditorEnvironment,
                Severity.Info,
                editor.File,
                $"VS Code sets {Phrase.Names(editor.Variables)} ('{EditorSettings.Key}' in '{editor.File}') only for the Claude Code that it starts itself; "
                + "what is said here is about the one in a terminal.",
                Remedy.Advice($"Set them in 'env' of '{judged.ClaudeSettings.UserFile}' instead: both read that.")))
            {
                File = editor.File,
            },
        ]
        : [];
}
