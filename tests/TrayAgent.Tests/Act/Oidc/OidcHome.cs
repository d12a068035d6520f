using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Loopback;
using TrayAgent.Loopback.Browser;

namespace TrayAgent.Tests.Act.Oidc;

/// <summary>A machine without an AWS CLI, and an identity centre on it.</summary>
internal sealed class OidcHome : IAsyncDisposable
{
    public const string Proven = "SignedIn: Signed in to 'corp' as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_";

    private readonly FormBrowser _person = new();

    private OidcHome(IdentityCentre centre)
    {
        Centre = centre;
        Time = new FlowingTime(centre.Clock);
        Home.Variables = Home.Variables.SetItem("PATH", "").SetItem("AWS_ENDPOINT_URL", centre.BaseUrl);
        Home.Session = Home.Session with { Scopes = ["sso:account:access"] };
        Home.Profiles = [Home.Profile("dev", ProfileKind.SsoSession) with { RoleName = "Developer" }];
        Home.Time = Time.Provider;
    }

    public static async Task<OidcHome> StartAsync(CentreOptions? options = null) => new(await IdentityCentre.StartAsync(options));

    public IdentityCentre Centre { get; }

    public SignInHome Home { get; } = new();

    public FlowingTime Time { get; }

    public Steps Steps { get; } = new();

    public SignInRequest Request => Home.Request with { AwsCli = new AwsCli.Missing() };

    public SignInRequest WithCode => With(Flow.DeviceCode);

    public SignInRequest With(Flow flow) => Request with { Flow = flow == Flow.DeviceCode ? SignInFlow.DeviceCode : SignInFlow.Usual };

    public string RegistrationPath => Path.Combine(Home.Paths.SsoCache, RegistrationFileName.Of(Home.Session));

    public JsonObject Token => JsonNode.Parse(File.ReadAllText(Home.TokenPath))!.AsObject();

    public JsonObject Registration => JsonNode.Parse(File.ReadAllText(RegistrationPath))!.AsObject();

    public void BecomesLegacy()
    {
        Home.Session = Home.Session with { Name = "https://d-1.awsapps.com/start", Kind = SessionKind.Legacy, Scopes = [] };
        Home.Profiles = [Home.Profile("old", ProfileKind.LegacySso) with { RoleName = "Developer" }];
    }

    public async Task<string> BeginAsync(SignInRequest request, CancellationToken cancellationToken) =>
        Text(await Home.SignIns.SignInAsync(request, Steps, cancellationToken));

    /// <summary>Signs in, and a person does something on the page.</summary>
    public async Task<string> SignInAsync(SignInRequest request, Func<Uri, Task> person)
    {
        var running = BeginAsync(request, TestContext.Current.CancellationToken);
        if (await Task.WhenAny(running, Steps.WaitingForPerson) != running)
        {
            await person(Page);
        }

        if (!running.IsCompleted)
        {
            // The polls of the flow with a code.
            Time.Flow();
        }

        return await running;
    }

    public Task<string> SignInAsync(SignInRequest request) => SignInAsync(request, ApproveAsync);

    /// <summary>The page that was opened last.</summary>
    public Uri Page => new(Home.Opened.Last());

    public Task ApproveAsync(Uri page) => _person.ApproveAsync(page, TestContext.Current.CancellationToken);

    public Task DenyAsync(Uri page) => _person.DenyAsync(page, TestContext.Current.CancellationToken);

    /// <summary>What some program on this machine says to the port of the callback, and the answer.</summary>
    public static async Task<string> SayAsync(Uri callback, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(callback.Host, callback.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var answer = new StreamReader(connection.GetStream());
        return await answer.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Where the browser shall bring the answer, and what it must carry.</summary>
    public static (Uri Callback, string State) Return(Uri page)
    {
        var query = page.Query[1..].Split('&').Select(it => it.Split('=')).ToDictionary(it => it[0], it => Uri.UnescapeDataString(it[1]));
        return (new Uri(query["redirect_uri"]), query["state"]);
    }

    public static string Text(SignInOutcome outcome) => $"{outcome.Result}: {outcome.Text}";

    public async ValueTask DisposeAsync()
    {
        _person.Dispose();
        await Time.DisposeAsync();
        await Centre.DisposeAsync();
        await Home.DisposeAsync();
    }
}
