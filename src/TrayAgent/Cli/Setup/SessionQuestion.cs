using System.Collections.Immutable;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Files;

namespace TrayAgent.Cli.Setup;

/// <summary>Which session: one that is there, or a new one.</summary>
internal sealed class SessionQuestion(Questions questions, AwsConfig config, ProcessEnvironment environment)
{
    private readonly ImmutableArray<SetupSession> _there = [.. config.Sessions.Select(SetupSession.Of).OfType<SetupSession>()];

    /// <param name="before">What was answered before and did not work; null at first.</param>
    public async Task<SetupSession> AskAsync(SetupOptions options, SetupSession? before)
    {
        if (options is { StartUrl: null, SsoRegion: null, Scopes: null } && before is null && await ThereAsync(options) is { } there)
        {
            return WithScopes(there);
        }

        var named = _there.FirstOrDefault(session => session.Name == options.SessionName) ?? before;
        var url = await StartUrlAsync(options, named);
        if (options.SessionName is null && before is null && await SamePortalAsync(options, url) is { } same)
        {
            return WithScopes(same);
        }

        return await NewAsync(options, url, named, before?.Name ?? NewName(url));
    }

    /// <summary>One of those that there are; null: none of them.</summary>
    private async Task<SetupSession?> ThereAsync(SetupOptions options)
    {
        if (options.SessionName is { } name)
        {
            return _there.FirstOrDefault(session => session.Name == name);
        }

        if (_there.IsEmpty)
        {
            return null;
        }

        if (!questions.HasTerminal)
        {
            throw SetupEndException.Usage(
                $"'--session-name' ({string.Join(", ", _there.Select(session => $"'{Visible.Of(session.Name)}'"))}) or '--start-url' is needed: "
                + "there is no terminal to ask on.");
        }

        var chosen = await PickAsync("Session", _there, "Another one");
        return chosen < _there.Length ? _there[chosen] : null;
    }

    private async Task<string> StartUrlAsync(SetupOptions options, SetupSession? named) => await questions.TextAsync(
        new Question("--start-url", "Start URL, as https://corp.awsapps.com/start", StartUrlAnswer.Problem)
        {
            Suggestion = named?.StartUrl,
            Certain = named?.StartUrl,
            Clean = StartUrlAnswer.Clean,
        },
        options.StartUrl);

    /// <summary>A second session of one portal is a second sign-in for nothing.</summary>
    private async Task<SetupSession?> SamePortalAsync(SetupOptions options, string url)
    {
        var same = _there
            .Where(session => StartUrls.Key(session.StartUrl) == StartUrls.Key(url)
                && (options.SsoRegion ?? session.Region) == session.Region
                && ScopesAnswer.Clean(options.Scopes ?? session.Scopes) == session.Scopes)
            .ToImmutableArray();
        if (same.IsEmpty || !questions.HasTerminal)
        {
            return same.FirstOrDefault();
        }

        var chosen = await PickAsync("There is a session with this start URL", same, "Make another one all the same");
        return chosen < same.Length ? same[chosen] : null;
    }

    private Task<int> PickAsync(string text, ImmutableArray<SetupSession> sessions, string other) => questions.PickAsync(
        "--session-name", text, [.. sessions.Select(session => $"{session.Name}  {session.StartUrl}  {session.Region}"), other]);

    private async Task<SetupSession> NewAsync(SetupOptions options, string url, SetupSession? named, string suggested)
    {
        while (true)
        {
            var session = await FilledAsync(options, url, named, suggested);
            if (session.In(config) is not Standing.Differs(var text) || options.MayUpdate)
            {
                return session;
            }

            if (!questions.HasTerminal)
            {
                throw SetupEndException.Usage($"{text} '--update' changes it; or give another '--session-name'.");
            }

            questions.Say(text);
            if (await questions.PickAsync("--update", $"Session '{session.Name}'", ["Change it", "Choose another name"]) == 0)
            {
                return session;
            }

            (options, named, suggested) = (options with { SessionName = null }, session, NewName(url));
        }
    }

    private string NewName(string url) => StartUrlAnswer.SuggestedName(url, [.. config.Sessions.Select(session => session.Name)]);

    private async Task<SetupSession> FilledAsync(SetupOptions options, string url, SetupSession? named, string suggested)
    {
        var name = await questions.TextAsync(
            new Question("--session-name", "Session name", NameProblem) { Suggestion = suggested, Certain = suggested },
            options.SessionName);
        var certain = StartUrlAnswer.RegionIn(url) ?? named?.Region;
        var region = await questions.TextAsync(
            new Question("--sso-region", "Region of your IAM Identity Center", RegionAnswer.Problem)
            {
                Suggestion = certain ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? "us-east-1",
                Certain = certain,
            },
            options.SsoRegion);
        var scopes = named?.Scopes is { Length: > 0 } had ? had : ScopesAnswer.Usual;
        return new SetupSession(name, url, region, await questions.TextAsync(
            new Question("--scopes", "Scopes", ScopesAnswer.Problem) { Suggestion = scopes, Certain = scopes, Clean = ScopesAnswer.Clean },
            options.Scopes));
    }

    /// <summary>One that is there has its name already, whatever we would say to it.</summary>
    private string? NameProblem(string name) =>
        _there.Any(session => session.Name == name) ? null : SetupNames.Problem("session", name);

    /// <summary>Without scopes its token could not be refreshed; the preview shows that they are added.</summary>
    private static SetupSession WithScopes(SetupSession session) =>
        session.Scopes.Length > 0 ? session : session with { Scopes = ScopesAnswer.Usual };
}
