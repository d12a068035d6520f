using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using TrayAgent.Cli;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Files;
using TrayAgent.Hosting;
using TrayAgent.Loopback;
using TrayAgent.Tests.Act.Broker;
using TrayAgent.Tests.Act.Refresh;

namespace TrayAgent.Tests.Act.Doctor;

/// <summary>A signed-in machine whose Claude Code uses Bedrock, with an identity centre and a scripted AWS CLI; the doctor looks at it.</summary>
internal sealed class DoctorHome : IAsyncDisposable
{
    private readonly RefreshHome _home;

    private DoctorHome(RefreshHome home, string role)
    {
        _home = home;
        home.Home.Config(BrokerHome.Config.Replace("Developer", role, StringComparison.Ordinal).TrimEnd() + "\nregion = eu-west-1\n");
        Claude();
        Directory.CreateDirectory(Script);
        Says("list-SYSTEM_DEFINED", """
            {"inferenceProfileSummaries": [{"inferenceProfileId": "eu.anthropic.claude-opus-4-8", "inferenceProfileArn": "arn:1", "status": "ACTIVE", "type": "SYSTEM_DEFINED"}]}
            """);
        Says("form", """{"formData": "eyJjb21wYW55TmFtZSI6Ik15IFNlY3JldCJ9"}""");
        Says("list-APPLICATION", """{"inferenceProfileSummaries": []}""");
        Variables = Inherited()
            .SetItem("HOME", home.Folder)
            .SetItem("USERPROFILE", home.Folder)
            .SetItem("FAKE_AWS", Script)
            .SetItem("AWS_ENDPOINT_URL", Centre.BaseUrl);
        var settings = Machine.Agent.SettingsFile;
        Directory.CreateDirectory(Path.GetDirectoryName(settings)!);
        File.WriteAllText(settings, """{ "allowLoopbackEndpoints": true, "awsCli": """ + JsonSerializer.Serialize(SignInHome.Aws) + " }");
    }

    public Loopback.IdentityCentre Centre => _home.Centre;

    public ImmutableDictionary<string, string> Variables { get; set; }

    public RefreshHome Tokens => _home;

    public int Browsers => Centre.Requests(Operation.StartDeviceAuthorization) + Centre.Requests(Operation.Authorize) - 1;

    public Machine Machine => Machine.Open(new ProcessEnvironment(Variables), _home.Time, NoLog.Instance);

    private string Script => Path.Combine(_home.Folder, "script");

    public static async Task<DoctorHome> SignedInAsync(int minutesLeft = 50, string role = "Developer") =>
        new(await RefreshHome.SignedInAsync(TimeSpan.FromMinutes(minutesLeft)), role);

    public void Claude(string variables = "\"CLAUDE_CODE_USE_BEDROCK\": \"1\", \"AWS_PROFILE\": \"dev\"") =>
        _home.Home.Claude($$"""{ "env": { {{variables}} } }""");

    public void Says(string name, string text) => File.WriteAllText(Path.Combine(Script, name), text);

    /// <summary>What the AWS CLI was asked, one command per line.</summary>
    public IEnumerable<string> Calls() => Directory.GetFiles(Path.Combine(Script, "calls"))
        .Select(file => string.Join(' ', File.ReadLines(file).Where(line => line.StartsWith("arg ", StringComparison.Ordinal)).Select(line => line[4..])));

    /// <summary>Looks, and lets the clock go on meanwhile, no faster than time goes by: a child process needs some of it.</summary>
    public async Task<Diagnosis> ExamineAsync()
    {
        var examination = DoctorVerb.DiagnoseAsync(Machine, DoctorReach.Online, TestContext.Current.CancellationToken);
        var last = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(examination, Task.Delay(5, TestContext.Current.CancellationToken)) != examination)
        {
            var now = Stopwatch.GetTimestamp();
            _home.Time.Advance(Stopwatch.GetElapsedTime(last, now));
            last = now;
        }

        return await examination;
    }

    /// <summary>"result code", for what was asked online.</summary>
    public static string Results(Diagnosis diagnosis) => string.Join(
        '\n',
        diagnosis.Checks
            .Where(check => check.Code.StartsWith("online.", StringComparison.Ordinal))
            .Select(check => $"{check.Result.ToString().ToLowerInvariant()} {check.Code["online.".Length..]}"));

    public static string? Note(Diagnosis diagnosis, string name) => diagnosis.Checks.Single(check => check.Code == name).Note;

    /// <summary>Of those that count: "code: message".</summary>
    public static IEnumerable<string> Found(Diagnosis diagnosis) => diagnosis.Findings
        .Where(finding => finding.Severity > Severity.Info && !finding.Code.StartsWith("claude.", StringComparison.Ordinal))
        .Select(finding => $"{finding.Code}: {finding.Message}");

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    /// <summary>What a .NET program needs to start, and nothing that means something to AWS or to Claude Code.</summary>
    private static ImmutableDictionary<string, string> Inherited() => ProcessEnvironment.Current.Variables
        .Where(variable => variable.Key is "PATH" or "LD_LIBRARY_PATH" || variable.Key.StartsWith("DOTNET_", StringComparison.Ordinal))
        .ToImmutableDictionary();
}
