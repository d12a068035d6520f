using System.Text.RegularExpressions;
using TrayAgent.Act.Children;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act.ByCli;

/// <summary>Finds an AWS CLI v2 and asks it for its version; it is run by full path, never from the current directory.</summary>
internal sealed partial class InstalledCli(
    AwsPaths paths, ProcessEnvironment environment, AgentSettings settings, TimeProvider time)
{
    private static readonly TimeSpan VersionLimit = TimeSpan.FromSeconds(10);
    private static readonly Version FirstWithNoBrowser = new(2, 4, 25);
    private static readonly Version FirstWithSessions = new(2, 9);

    /// <summary>The person named one in the settings, and wonders if it is not used.</summary>
    public bool IsChosen => settings.AwsCli is not null;

    /// <summary>The first usable one: that of the settings alone, else the one known, else any other on the PATH.</summary>
    public async Task<CliCheck> FindAsync(AwsCli known, SessionKind kind, CancellationToken cancellationToken)
    {
        CliCheck.Unusable? first = null;
        foreach (var path in CliPlaces.For(settings, known, environment))
        {
            switch (await CheckAsync(path, kind, cancellationToken))
            {
                case CliCheck.Usable usable:
                    return usable;
                case CliCheck.Unusable unusable:
                    first ??= unusable;
                    break;
            }
        }

        return first ?? new CliCheck.Unusable(CliFault.Missing, "AWS CLI v2 was not found.");
    }

    private async Task<CliCheck> CheckAsync(string path, SessionKind kind, CancellationToken cancellationToken)
    {
        if (ObstacleOf(path) is { } obstacle)
        {
            return obstacle;
        }

        using var limit = new CancellationTokenSource(VersionLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var child = new ChildProcess(path, ["--version"], ChildEnvironment.Of(environment, settings), paths.Home, time);
            var end = await child.RunAsync(_ => { }, either.Token);

            // Python 2 wrote the version to stderr.
            return Judge(path, end.Output + "\n" + end.Error, kind);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Broken($"'{path} --version' did not answer within 10 seconds.");
        }
        catch (ChildException e)
        {
            return Broken(e.Message);
        }
    }

    private static CliCheck.Unusable? ObstacleOf(string path) =>
        !Path.IsPathFullyQualified(path)
            ? Broken($"'{path}' is not a full path.")
        : !File.Exists(path)
            ? new CliCheck.Unusable(CliFault.Missing, $"The AWS CLI '{path}' does not exist.")
        // Windows runs batch files through its shell, which would interpret the arguments.
        : Path.GetExtension(path).ToLowerInvariant() is ".cmd" or ".bat"
            ? Broken($"'{path}' is a batch file, which is not run.")
        : null;

    private static CliCheck Judge(string path, string output, SessionKind kind)
    {
        if (VersionText().Match(output) is not { Success: true } match || !Version.TryParse(match.Groups[1].Value, out var version))
        {
            return Broken($"'{path} --version' does not answer as an AWS CLI does.");
        }

        return version switch
        {
            { Major: < 2 } => TooOld($"'{path}' is AWS CLI {version}, which cannot sign in to AWS SSO."),
            _ when version < FirstWithNoBrowser => TooOld($"'{path}' is AWS CLI {version}; signing in needs 2.4.25 or later."),
            _ when version < FirstWithSessions && kind == SessionKind.SsoSession => TooOld(
                $"'{path}' is AWS CLI {version}, which does not know [sso-session] sections; they need 2.9 or later."),
            _ => new CliCheck.Usable(path, version),
        };
    }

    private static CliCheck.Unusable TooOld(string text) => new(CliFault.TooOld, text);

    private static CliCheck.Unusable Broken(string text) => new(CliFault.Broken, text);

    [GeneratedRegex(@"(?m)^aws-cli/([0-9]+\.[0-9]+\.[0-9]+)")]
    private static partial Regex VersionText();
}
