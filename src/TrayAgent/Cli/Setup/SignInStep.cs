using TrayAgent.Act.Aws;
using TrayAgent.Act.Oidc;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Setup;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Hosting;

namespace TrayAgent.Cli.Setup;

/// <summary>Asks for a session and signs in to it, until it works or the person has enough.</summary>
internal sealed class SignInStep(Machine machine, SetupOptions options, Questions questions, Snapshot snapshot)
{
    private readonly Endpoints _endpoints = new(machine.Environment, machine.Settings.Current);

    public async Task<SignedIn> RunAsync()
    {
        var question = new SessionQuestion(questions, snapshot.Config, machine.Environment);
        var session = await question.AskAsync(options, null);
        while (true)
        {
            var (done, failure) = await EnterAsync(session);
            if (done is not null)
            {
                return done;
            }

            if (!questions.HasTerminal)
            {
                throw SetupEndException.Failed(failure!);
            }

            questions.Say(failure!);
            switch (await questions.PickAsync("", "What now", ["Try again", "Correct the session", "Give up"]))
            {
                case 1:
                    session = await question.AskAsync(options.WithoutSession, session);
                    break;

                case 2:
                    throw SetupEndException.Cancelled(SetupVerb.NothingChanged);
            }
        }
    }

    private async Task<(SignedIn? Done, string? Failure)> EnterAsync(SetupSession session)
    {
        var request = Request(session);
        var signIn = SignIn(request);
        try
        {
            var end = await EnterAsync(session, request, signIn);
            if (end.Done is null)
            {
                signIn.Dispose();
            }

            return end;
        }
        catch
        {
            signIn.Dispose();
            throw;
        }
    }

    private async Task<(SignedIn? Done, string? Failure)> EnterAsync(SetupSession session, SignInRequest request, SetupSignIn signIn)
    {
        var (token, accounts) = await WithFoundAsync(signIn, request);
        if (accounts.Fault == ServiceFault.Refused)
        {
            (token, var failure) = await WithHeldAsync(signIn, session);
            if (token is null)
            {
                return (null, failure);
            }

            accounts = await AccountsAsync(request, token);
        }

        return accounts.Value is { } all
            ? (new SignedIn(session, request, token!, all, signIn), null)
            : (null, $"The accounts that are assigned to you could not be listed: {ServiceAnswer.Reason(accounts.Fault)}.");
    }

    /// <summary>Refused when there is none to ask with.</summary>
    private async Task<(SetupToken? Token, ServiceAnswer<List<AssignedAccount>> Accounts)> WithFoundAsync(SetupSignIn signIn, SignInRequest request)
    {
        var name = request.Session.Name;
        var found = await questions.WhileAsync(
            $"Looking whether you are signed in to '{name}'",
            say => signIn.FindAsync(() => say(Waiting(name)), questions.Stop));
        return found is null
            ? (null, new ServiceAnswer<List<AssignedAccount>>(null, ServiceFault.Refused))
            : (found, await AccountsAsync(request, found));
    }

    private async Task<(SetupToken? Token, string? Failure)> WithHeldAsync(SetupSignIn signIn, SetupSession session) =>
        await questions.WhileAsync(
            $"Waiting for you to sign in to '{session.Name}' in your browser",
            say => signIn.SignInAsync(() => say(Waiting(session.Name)), questions.Stop));

    private static string Waiting(string session) => $"Another TrayAgent process is signing in to '{session}'; waiting for it";

    private Task<ServiceAnswer<List<AssignedAccount>>> AccountsAsync(SignInRequest request, SetupToken token) =>
        questions.WhileAsync("Listing your accounts", async say =>
        {
            using var portal = new Portal(_endpoints, request.Session.Region!, token.Secret);
            return await new PortalAssignments(portal, machine.Time, count => say($"Listing your accounts: {count} so far"))
                .AccountsAsync(questions.Stop);
        });

    private SetupSignIn SignIn(SignInRequest request)
    {
        var pages = new SignInPageOpener(machine.Settings.Current, Browsers.Current, new SignInTelling(questions.Say));
        return new SetupSignIn(machine.Aws, request, new OidcFlows(_endpoints, Browsers.Current, pages, machine.Time), machine.Time);
    }

    private SignInRequest Request(SetupSession session) => SignInRequest.From(snapshot, new SsoSession
    {
        Name = session.Name,
        Kind = SessionKind.SsoSession,
        StartUrl = session.StartUrl,
        Region = session.Region,
        Scopes = ScopesAnswer.Of(session.Scopes),
        File = snapshot.Config.ConfigFile,
        Line = session.In(snapshot.Config) is Standing.Same ? snapshot.Config.Session(session.Name)!.Line : 0,
    }) with
    {
        Page = options.Page,
        Flow = options.Flow,
    };
}
