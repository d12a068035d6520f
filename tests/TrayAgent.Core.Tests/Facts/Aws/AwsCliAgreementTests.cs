using System.Text;
using System.Text.Json.Nodes;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Facts.Aws;

public sealed class AwsCliAgreementTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trayagent-").FullName;

    [Fact]
    public Task Every_construct_reads_as_the_AWS_CLI_reads_it() => Check(ConfigSamples.Table());

    [Fact]
    public Task Mixed_files_read_as_the_AWS_CLI_reads_them() => Check(ConfigSamples.Mixed(600));

    [Fact]
    public Task Profiles_of_every_kind_get_their_credentials_where_the_AWS_CLI_gets_them() =>
        Check(ConfigSamples.Accepted(600));

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused_by_both()
    {
        byte[] config = [.. "[profile a]\nregion = x\n# "u8, 0xE9, .. "\n"u8];

        var theirs = await AwsCliReading.Of([Write("bytes", config, [])]);
        var ours = ConfigText.Parse(config, []);

        Assert.Equal("refused", Theirs(theirs[0]));
        Assert.Equal(3, Assert.Single(ours.Problems).Line);
        Assert.Equal("x", ours.Profile("a")?.Region);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task Check(IEnumerable<ConfigSamples.Sample> source)
    {
        var samples = source.ToArray();
        var folders = samples.Select((sample, i) =>
            Write($"{i}", Encoding.UTF8.GetBytes(sample.Config), Encoding.UTF8.GetBytes(sample.Credentials)));

        var theirs = await AwsCliReading.Of([.. folders]);

        var differences = samples.Zip(theirs)
            .Select(pair => (pair.First, Ours: Ours(ConfigText.Parse(pair.First.Config, pair.First.Credentials)),
                Theirs: Theirs(pair.Second)))
            .Where(pair => pair.Ours != pair.Theirs)
            .Select(pair => $"config:\n{pair.First.Config}\ncredentials:\n{pair.First.Credentials}\n"
                + $"AWS CLI:\n{pair.Theirs}\nours:\n{pair.Ours}\n---")
            .ToArray();
        Assert.True(differences.Length == 0, $"{differences.Length} differ.\n{string.Join('\n', differences.Take(3))}");
        Assert.Equal(samples.Length, theirs.Length);
    }

    private string Write(string name, byte[] config, byte[] credentials)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllBytes(Path.Combine(folder, "config"), config);
        File.WriteAllBytes(Path.Combine(folder, "credentials"), credentials);
        return folder;
    }

    private static string Ours(AwsConfig config)
    {
        if (!config.Problems.IsEmpty)
        {
            return "refused";
        }

        var profiles = config.Profiles.Select(profile =>
            $"{profile.Name}: {Quoted(profile.SsoStartUrl)} {Quoted(profile.SsoRegion)} {Quoted(profile.Region)} "
            + $"{Quoted(profile.AccountId)} {Quoted(profile.RoleName)} {Quoted(profile.SsoSession)} {Source(profile)}");
        var sessions = config.Sessions.Where(session => session.Kind == SessionKind.SsoSession)
            .Select(session => $"session {session.Name}: {Quoted(session.StartUrl)} {Quoted(session.Region)}");
        return string.Join('\n', profiles.Concat(sessions).Order(StringComparer.Ordinal));
    }

    private static string Source(Profile profile) => profile.Kind switch
    {
        ProfileKind.RoleChain => "assume-role",
        ProfileKind.SsoSession or ProfileKind.LegacySso => "sso",
        ProfileKind.Static => "keys",
        ProfileKind.CredentialProcess => "custom-process",
        _ => "nothing",
    };

    private static string Theirs(JsonNode reading)
    {
        if (reading["refused"]!.GetValue<bool>())
        {
            return "refused";
        }

        var profiles = reading["profiles"]!.AsObject().Select(profile => Theirs(profile.Key, profile.Value!));
        var sessions = reading["sessions"]!.AsObject()
            .Select(session => $"session {session.Key}: {Quoted(session.Value![0])} {Quoted(session.Value[1])}");
        return string.Join('\n', profiles.Concat(sessions).Order(StringComparer.Ordinal));
    }

    private static string Theirs(string name, JsonNode profile)
    {
        var source = profile["source"]!.GetValue<string>();
        return $"{name}: {Quoted(profile["sso_start_url"])} {Quoted(profile["sso_region"])} {Quoted(profile["region"])} "
            + $"{Quoted(profile["sso_account_id"])} {Quoted(profile["sso_role_name"])} {Quoted(profile["sso_session"])} "
            + (source switch
            {
                "error" or "none" => "nothing",
                "shared-credentials-file" or "config-file" => "keys",
                _ => source,
            });
    }

    private static string Quoted(JsonNode? value) => Quoted(value?.GetValue<string>());

    private static string Quoted(string? value) => value is null ? "-" : $"'{value}'";
}
