using System.Text.RegularExpressions;

namespace TrayAgent.Core.Assess;

/// <summary>What is wrong with how a model ID is written, whichever model it is.</summary>
/// <param name="Mistake">A sentence without its capital and full stop.</param>
/// <param name="Id">The text without it.</param>
internal sealed partial record ModelForm(string Mistake, string Id)
{
    public bool IsOnlyBlank { get; private init; }

    /// <summary>Null when the form is right, or nothing that we know.</summary>
    public static ModelForm? Of(string text)
    {
        var bare = text.Trim();
        return Foreign().Match(bare) is { Success: true } foreign
                ? new ModelForm($"'{foreign.Value}' in front is how another program writes it", Rest(bare[foreign.Length..]))
            : Mark().Match(bare) is { Success: true } mark && !mark.Value.Equals("[1m]", StringComparison.OrdinalIgnoreCase)
                ? new ModelForm($"the only mark that Claude Code knows is '[1m]', not '{mark.Value}'", Rest(bare[..mark.Index].TrimEnd() + Known(mark)))
            : NoMaker().IsMatch(bare) ? new ModelForm("'anthropic.' is missing", Rest(NoMaker().Replace(bare, "$1.anthropic.claude-")))
            : bare.Length < text.Length ? new ModelForm("there are blanks around it", bare) { IsOnlyBlank = true }
            : null;
    }

    /// <summary>Whoever made one of these mistakes may have made the next, too; the text gets shorter or has its maker, so this ends.</summary>
    private static string Rest(string text) => Of(text)?.Id ?? text;

    /// <summary>Some number of millions is meant for the long context.</summary>
    private static string Known(Match mark) => Millions().IsMatch(mark.Value) ? "[1m]" : "";

    /// <remarks>LiteLLM and others: https://docs.litellm.ai/docs/providers/bedrock</remarks>
    [GeneratedRegex(@"\A(?:[A-Za-z_-]+/)+(?=arn:aws|claude-|(?:[a-z-]{1,12}\.)?anthropic\.claude-|[a-z-]{1,12}\.claude-)", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\[[^\[\]]*\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\A\[[0-9]+m\]\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Millions();

    [GeneratedRegex(@"\A(global|us|eu|jp|au|apac|us-gov|in)\.claude-", RegexOptions.CultureInvariant)]
    private static partial Regex NoMaker();
}
