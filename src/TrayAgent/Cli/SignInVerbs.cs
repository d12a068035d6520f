using System.CommandLine;
using TrayAgent.Act.Sessions;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent login</c>, <c>renew</c> and <c>logout</c>: parsing only.</summary>
internal static class SignInVerbs
{
    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "The profile whose session is meant; default: AWS_PROFILE, else Claude Code's, else the only session",
        HelpName = "name",
    };

    private static readonly Option<string?> Session = new("--session")
    {
        Description = "The session itself: the name of an [sso-session], or the start URL of a legacy profile",
        HelpName = "name",
    };

    private static readonly Option<bool> DeviceCode = new("--device-code")
    {
        Description = "Use the flow with a code, which works when the browser is on another machine",
    };

    private static readonly Option<bool> NoBrowser = new("--no-browser")
    {
        Description = "Open no browser: show the page and the code to type in",
    };

    /// <summary>Of <c>auth-refresh</c>, which starts this verb where no person sees its terminal: then the agent shows it.</summary>
    private static readonly Option<Asker> For = new("--for")
    {
        Hidden = true,
        CustomParser = result => result.Tokens is [{ Value: ForAuthRefresh }] ? Asker.AuthRefresh : Asker.Person,
    };

    /// <summary>What <c>auth-refresh</c> adds to <c>login</c>.</summary>
    public const string ForAuthRefresh = "auth-refresh";

    public static Command Login(Streams streams)
    {
        var verb = new Command(
            "login",
            "Signs in: opens your browser, shows the code to compare, and proves afterwards that it works.\n"
            + "While a session lives, signing in again does not make it longer: 'trayagent renew' does.")
        {
            Profile,
            Session,
            DeviceCode,
            NoBrowser,
            For,
        };
        verb.SetAction((parsed, stop) => RunAsync(parsed, streams, SignInVerb.SignIn, stop));
        return verb;
    }

    public static Command Renew(Streams streams)
    {
        var verb = new Command(
            "renew",
            "Gives a session its full length again: ends this one portal session and signs in anew.\n"
            + "Role credentials already handed out keep working meanwhile.")
        {
            Profile,
            Session,
        };
        verb.SetAction((parsed, stop) => RunAsync(parsed, streams, SignInVerb.Renew, stop));
        return verb;
    }

    public static Command Logout(Streams streams)
    {
        var verb = new Command(
            "logout",
            "Ends one session. Other sessions and the files of other programs stay, unlike with 'aws sso logout'.")
        {
            Profile,
            Session,
        };
        verb.SetAction((parsed, stop) => RunAsync(parsed, streams, SignInVerb.SignOut, stop));
        return verb;
    }

    private static Task<int> RunAsync(
        ParseResult parsed,
        Streams streams,
        Func<SignIns, SignInRequest, IProgress<Core.Decide.SignInProgress>, CancellationToken, Task<Core.Decide.SignInOutcome>> action,
        CancellationToken stop)
    {
        var verb = new SignInVerb(
            Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance), streams);
        return verb.RunAsync(parsed.GetValue(Profile), parsed.GetValue(Session), request => request with
        {
            Asker = parsed.GetResult(For) is null ? Asker.Person : parsed.GetValue(For),
            Flow = Given(parsed, DeviceCode) ? SignInFlow.DeviceCode : SignInFlow.Usual,
            Page = Given(parsed, NoBrowser) ? SignInPage.Told : SignInPage.Opened,
        }, action, stop);
    }

    private static bool Given(ParseResult parsed, Option<bool> option) => parsed.GetResult(option) is not null && parsed.GetValue(option);
}
