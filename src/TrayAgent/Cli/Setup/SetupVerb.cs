using System.CommandLine;
using TrayAgent.Act.Sessions;
using TrayAgent.Hosting;

namespace TrayAgent.Cli.Setup;

/// <summary><c>trayagent setup</c>: parsing only.</summary>
internal static class SetupVerb
{
    public const string NothingChanged = "Nothing was changed.";

    private static readonly Option<string?> SessionName = Text("--session-name", "name", "The SSO session: one that is there, or the name of a new one");
    private static readonly Option<string?> StartUrl = Text("--start-url", "url", "The start URL of your access portal: https://corp.awsapps.com/start");
    private static readonly Option<string?> SsoRegion = Text("--sso-region", "region", "The region of your IAM Identity Center");
    private static readonly Option<string?> Scopes = Text("--scopes", "scopes", "The session's scopes, between commas; default: sso:account:access");
    private static readonly Option<string?> Account = Text("--account", "id", "The account, by number or name");
    private static readonly Option<string?> Role = Text("--role", "name", "The role in that account");
    private static readonly Option<string?> Region = Text("--region", "region", "The profile's default region; default: AWS_REGION");
    private static readonly Option<string?> Profile = Text("--profile", "name", "The profile's name; default: ROLE-ACCOUNT");
    private static readonly Option<string?> Mode = Text("--mode", "mode", "How Claude Code signs in: broker (default), isolated or plain");
    private static readonly Option<string?> ClaudeRegion = Text("--claude-region", "region", "Where Claude Code calls Bedrock; default: the profile's region");
    private static readonly Option<string?> Model = Text("--model", "id", "The inference profile for Claude Code, or 'none' to leave it as it is");
    private static readonly Option<string?> SmallModel = Text("--small-model", "id", "The same for small tasks");
    private static readonly Option<bool> NoClaude = Flag("--no-claude", "Leave Claude Code's settings alone");
    private static readonly Option<bool> Update = Flag("--update", "Change a session or profile of that name, if there is one with other values");
    private static readonly Option<bool> Yes = Flag("--yes", "Accept every preview");
    private static readonly Option<bool> DryRun = Flag("--dry-run", "Sign in and show what would be written; write nothing");
    private static readonly Option<bool> DeviceCode = Flag("--device-code", "Sign in with a code, which works when the browser is on another machine");
    private static readonly Option<bool> NoBrowser = Flag("--no-browser", "Open no browser: show the page and the code to type in");

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "setup",
            "Does what 'aws configure sso' does and goes on with Claude Code: asks, signs in, lets you choose account and role, and\n"
            + "shows each change before anything is written. Ctrl-C leaves everything as it was. What is given as an option is\n"
            + "not asked; with '--yes' it needs no terminal.")
        {
            SessionName, StartUrl, SsoRegion, Scopes, Account, Role, Region, Profile,
            Mode, ClaudeRegion, Model, SmallModel, NoClaude, Update, Yes, DryRun, DeviceCode, NoBrowser,
        };
        verb.SetAction((parsed, stop) => new SetupRun(
            Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance), Options(parsed), streams).RunAsync(stop));
        return verb;
    }

    private static SetupOptions Options(ParseResult parsed) => new()
    {
        SessionName = parsed.GetValue(SessionName),
        StartUrl = parsed.GetValue(StartUrl),
        SsoRegion = parsed.GetValue(SsoRegion),
        Scopes = parsed.GetValue(Scopes),
        Account = parsed.GetValue(Account),
        Role = parsed.GetValue(Role),
        Region = parsed.GetValue(Region),
        Profile = parsed.GetValue(Profile),
        Mode = parsed.GetValue(Mode),
        ClaudeRegion = parsed.GetValue(ClaudeRegion),
        Model = parsed.GetValue(Model),
        SmallModel = parsed.GetValue(SmallModel),
        Page = parsed.GetValue(NoBrowser) ? SignInPage.Told : SignInPage.Opened,
        Flow = parsed.GetValue(DeviceCode) ? SignInFlow.DeviceCode : SignInFlow.Usual,
        MayUpdate = parsed.GetValue(Update),
        LeavesClaude = parsed.GetValue(NoClaude),
        Consent = parsed.GetValue(DryRun) ? Consent.DryRun : parsed.GetValue(Yes) ? Consent.Given : Consent.ToAsk,
    };

    private static Option<string?> Text(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };
}
