using TrayAgent.Core.Facts.Models;
using TrayAgent.Files;
using TrayAgent.State;

namespace TrayAgent.Tests.State;

public sealed class LiveProfilesFileTests : IDisposable
{
    private readonly TempHome _home = new();

    public void Dispose() => _home.Dispose();

    private AgentPaths Paths => new(Path.Combine(_home.Folder, "settings.json"), Path.Combine(_home.Folder, "state"));

    private LiveProfilesFile Lists => new(Paths, TimeProvider.System);

    [Fact]
    public void Without_a_file_nothing_is_known() => Assert.Empty(Lists.Read());

    [Fact]
    public void The_latest_list_of_each_region_is_kept_for_its_owner_only()
    {
        Lists.Remember(List("us-west-2", "us.anthropic.claude-opus-4-7"));
        Lists.Remember(List("eu-west-1", "eu.anthropic.claude-opus-4-8"));
        var third = Lists;
        third.Remember(List("us-west-2", "us.anthropic.claude-opus-4-8"));
        foreach (var reader in (LiveProfilesFile[])[third, Lists])
        {
            Assert.Equal(
                "us-west-2 us.anthropic.claude-opus-4-8, eu-west-1 eu.anthropic.claude-opus-4-8",
                string.Join(", ", reader.Read().Select(list => $"{list.Region} {Assert.Single(list.Profiles).Id}")));
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Paths.LiveProfiles));
        }
    }

    [Fact]
    public void What_somebody_else_wrote_is_replaced()
    {
        Directory.CreateDirectory(Paths.StateFolder);
        File.WriteAllText(Paths.LiveProfiles, "no list");
        Assert.Empty(Lists.Read());
        Lists.Remember(List("us-west-2", "us.anthropic.claude-opus-4-8"));
        Assert.Single(Lists.Read());
    }

    private static LiveProfiles List(string region, string id) => new(
        region, DateTimeOffset.UnixEpoch, [new InferenceProfile(id, id, $"arn:{id}", InferenceProfileKind.SystemDefined, [])]);
}
