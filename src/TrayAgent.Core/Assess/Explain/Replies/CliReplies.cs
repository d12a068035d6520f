using System.Collections.Frozen;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess.Explain.Replies;

/// <summary>What to do about an AWS CLI that does not know a command or an option.</summary>
internal static class CliReplies
{
    private const string Models = "list-inference-profiles";

    private static readonly Remedy Newest = Remedy.Advice(
        "Install the newest AWS CLI v2, as 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html' says.");

    private static readonly Remedy WhichVersion = Remedy.Command("See which version runs where the command failed, and update that one.", "aws", "--version");

    /// <summary>With which version each came.</summary>
    /// <remarks>https://github.com/aws/aws-cli/tree/v2/.changes, and https://github.com/aws/aws-cli/blob/v2/CHANGELOG.rst</remarks>
    private static readonly FrozenDictionary<string, Version> Since = new Dictionary<string, Version>
    {
        [Models] = new(2, 17, 39),
        ["get-inference-profile"] = new(2, 17, 39),
        ["--type-equals"] = new(2, 18, 17),
        ["get-foundation-model-availability"] = new(2, 27, 42),
        ["get-use-case-for-model-access"] = new(2, 27, 42),
        ["--no-browser"] = new(2, 4, 25),
        ["--sso-session"] = new(2, 9, 0),
        ["--use-device-code"] = new(2, 22, 0),
        ["login"] = new(2, 32, 0),
        ["logout"] = new(2, 32, 0),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Reply Old(Situation situation) =>
        situation.Said("command") is { } name && Since.TryGetValue(name, out var since)
            ? Known(situation, name, since)
            : new Reply(
                situation.Snapshot.AwsCli switch
                {
                    AwsCli.Found { Version: { } version } cli => $"'{cli.Path}' is AWS CLI {version}; the text does not say what is missing in it.",
                    AwsCli.Found cli => $"There is '{cli.Path}', whose version TrayAgent has not asked for; the text does not say what is missing in it.",
                    _ => "TrayAgent finds no AWS CLI, so another one wrote this; the text does not say what is missing in it.",
                },
                Newest);

    private static Reply Known(Situation situation, string name, Version since) => situation.Snapshot.AwsCli switch
    {
        AwsCli.Found { Version: { } version } cli when version < since => new Reply(
            $"'{cli.Path}' is AWS CLI {version}, and '{name}' came with {since}.", Instead(situation, name)),
        AwsCli.Found { Version: { } version } cli => new Reply(
            $"'{name}' came with AWS CLI {since}, and '{cli.Path}' is {version}: the command ran another AWS CLI, or it was replaced since.", WhichVersion),
        AwsCli.Found cli => new Reply(
            $"'{name}' came with AWS CLI {since}; which version '{cli.Path}' is, TrayAgent has not asked yet.", WhichVersion),
        _ => new Reply($"'{name}' came with AWS CLI {since}, and TrayAgent finds none here.", Instead(situation, name)),
    };

    /// <summary>What TrayAgent does without it.</summary>
    private static Remedy Instead(Situation situation, string name) => name switch
    {
        Models => ModelReplies.List(situation, "See the models that TrayAgent knows without it, or install a newer AWS CLI v2."),
        "--no-browser" or "--sso-session" or "--use-device-code" when situation.Session is { } status => Remedies.SignIn(status.Session),
        _ => Newest,
    };
}
