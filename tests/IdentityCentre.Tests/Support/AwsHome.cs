using System.Diagnostics;
using System.Text.Json.Nodes;

namespace TrayAgent.Loopback.Tests.Support;

/// <summary>A temporary home in which Debian's AWS CLI knows the identity centre.</summary>
internal sealed class AwsHome : IDisposable
{
    private const string Config = """
        [sso-session s]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        [profile p]
        sso_session = s
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-1

        [profile legacy]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-1

        [profile chain]
        role_arn = arn:aws:iam::444455556666:role/Deploy
        source_profile = legacy
        region = eu-west-1

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("aws-home-").FullName;
    private readonly IdentityCentre _centre;

    public AwsHome(IdentityCentre centre)
    {
        _centre = centre;
        Directory.CreateDirectory(Path.Combine(_folder, ".aws"));
        File.WriteAllText(Path.Combine(_folder, ".aws", "config"), Config);
    }

    /// <summary>Runs <c>/usr/bin/aws</c> (2.9.19) to its end.</summary>
    public async Task<(int Code, string Output)> AwsAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/aws", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = _folder;
        start.Environment["PATH"] = "/usr/bin:/bin";
        foreach (var (name, value) in AwsToolEnvironment.For(Path.Combine(_folder, "data"), _centre.BaseUrl))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The tokens in the SSO cache, without the registrations.</summary>
    public IReadOnlyList<JsonObject> Tokens() =>
        [.. Directory.GetFiles(Path.Combine(_folder, ".aws", "sso", "cache"), "*.json")
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())
            .Where(json => json.ContainsKey("accessToken"))];

    /// <summary>Makes the CLI ask the portal again.</summary>
    public void ForgetRoleCredentials() => Directory.Delete(Path.Combine(_folder, ".aws", "cli", "cache"), true);

    public void Dispose() => Directory.Delete(_folder, true);
}
