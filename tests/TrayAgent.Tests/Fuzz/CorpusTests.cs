using System.Diagnostics;
using TrayAgent.Fuzz.Support;
using TrayAgent.Fuzz.Targets;

namespace TrayAgent.Tests.Fuzz;

/// <summary>What fuzzing starts with and everything that it has found, once more through each target: docs/testing.md.</summary>
public sealed class CorpusTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Targets => [.. AllTargets.Names];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Nothing_that_was_ever_found_is_there_again(string target)
    {
        var inputs = Inputs(target);
        Assert.NotEmpty(inputs);
        var broken = inputs.Select(path => Replay(target, path)).OfType<string>();
        Assert.True(!broken.Any(), string.Join('\n', broken));
    }

    [Fact]
    public void A_target_that_throws_is_reported()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("trayagent-").FullName, "input");
        File.WriteAllText(path, "[profile a]\n[profile b]\n[sso-session s]\nsso_region = x\n");

        Assert.Equal("planted/input: The planted bug was found.", Replay(AllTargets.Planted, path));
    }

    [Theory]
    [InlineData("token", """{"accessToken":"secret-of-this-test","startUrl":"secret"}""")]
    [InlineData("config-edit", "profile a|region=x\n====\n[profile a]\n")]
    public void A_target_that_holds_is_not(string target, string input) => AllTargets.Find(target)!(System.Text.Encoding.UTF8.GetBytes(input));

    [Fact]
    public void A_secret_that_is_shown_breaks_a_target() => Assert.Throws<BrokenInvariantException>(
        () => JsonSecrets.AreNotIn("Token { secret-of-this-test }", JsonSecrets.Of("""{"a":"secret-of-this-test"}"""u8.ToArray(), _ => true)));

    private static string[] Inputs(string target) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "TrayAgent.Fuzz", "Corpus", target));

    /// <summary>What went wrong; null when nothing did.</summary>
    private static string? Replay(string target, string path)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            AllTargets.Find(target)!(File.ReadAllBytes(path));
            return watch.Elapsed < Limit ? null : $"{target}/{Path.GetFileName(path)}: took {watch.Elapsed.TotalSeconds:0.0} s.";
        }
#pragma warning disable CA1031 // Whatever a target throws is what this test is about.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"{target}/{Path.GetFileName(path)}: {e.Message}";
        }
    }
}
