using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Edit.Masking;

/// <summary>
/// A settings or config file line by line, each secret replaced by <c>***</c>: what a preview may show.
/// What is not understood is masked, for a diff goes to screens, logs and reports.
/// </summary>
public static partial class MaskedLines
{
    /// <summary>As many lines as the text has line feeds, and one more; without the line feeds.</summary>
    public static ImmutableArray<string> Of(string file, string text) =>
        [.. (IsJson(file, text) ? MaskedJson.Of(text) : MaskedIni.Of(text)).Split('\n')];

    /// <summary>A text that may be shown but for secrets in it: a command line, an address, a header.</summary>
    internal static string Value(string text) =>
        UserOption().Replace(HeaderOption().Replace(SecretText.Masked(text), "${before}***"), "${before}***");

    /// <summary>In a diff also what only may be one; our own key of that name is a command.</summary>
    internal static bool IsSecret(string name) =>
        SecretName.IsSecret(name)
        || (name.Contains("credential", StringComparison.OrdinalIgnoreCase)
            && name is not ("awsCredentialExport" or "credential_process" or "credential_source"));

    private static bool IsJson(string file, string text) =>
        file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || text.AsSpan().TrimStart("\ufeff \t\r\n").StartsWith("{");

    /// <summary>Whatever the header is called.</summary>
    [GeneratedRegex(@"(?<before>(^|\s)(-H|--header)[ =]*(""[^"":]*:|'[^':]*:|[^\s:'""]+:))(?<value>[^'""]*)")]
    private static partial Regex HeaderOption();

    [GeneratedRegex(@"(?<before>(^|\s)(-u|--user|--proxy-user)[ =]+)(?<value>\S+)")]
    private static partial Regex UserOption();
}
