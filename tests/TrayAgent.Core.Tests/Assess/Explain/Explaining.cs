using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Explain;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>One text on one machine, and machines that several tests explain texts on.</summary>
internal static class Explaining
{
    public const string Claude403 = "AWS authentication failed · 403 · if credentials are current, check AWS permissions and model access";

    /// <summary>Claude Code uses 'dev' of the good session 'corp'.</summary>
    public static readonly Snapshot Sso = Given.Corp("09:00").With(Given.Claude("dev"));

    /// <summary>Claude Code uses a Bedrock API key, although a profile stands beside it.</summary>
    public static readonly Snapshot Bearer = Given.Corp("09:00").Without("corp").With(Given.Settings(
        """{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_BEARER_TOKEN_BEDROCK": "x", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1" } }"""));

    /// <summary>Claude Code uses a profile with access keys, and there is no session.</summary>
    public static readonly Snapshot Keys = Given.Machine("09:00").With(KeysProfile).With(Given.Claude("keys"));

    /// <summary>Nothing is set up.</summary>
    public static readonly Snapshot Empty = Given.Machine("09:00");

    public static Profile KeysProfile => new()
    {
        Name = "keys",
        Kind = ProfileKind.Static,
        File = Given.ConfigFile,
        Line = 3,
        Region = "eu-central-1",
        HasStaticKeys = true,
        KeysFile = "/home/ann/.aws/credentials",
        KeysLine = 7,
    };

    public static Explanation Of(Snapshot snapshot, string text) =>
        Explainer.Explain(text, Assessor.Assess(snapshot, Policy.Default)) ?? throw new InvalidOperationException($"'{text}' is not recognised.");

    public static string Why(Snapshot snapshot, string text) => Of(snapshot, text).Why;

    /// <summary>What to do: the command, else the advice.</summary>
    public static string Do(Snapshot snapshot, string text) =>
        Of(snapshot, text).Remedy is { Argv.IsDefaultOrEmpty: false } command ? CommandLine.Of(command.Argv) : Of(snapshot, text).Remedy.Text;
}
