using CsCheck;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Tests.Facts.Models;

/// <remarks>
/// The fixtures have the form of https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListInferenceProfiles.html
/// as AWS CLI v2 prints it.
/// </remarks>
public sealed class InferenceProfilesTests
{
    private static readonly string List = Fixture("list-inference-profiles.json");

    [Fact]
    public void The_profiles_of_Claude_models_are_read_and_no_others() => Assert.Equal(
        """
        global.anthropic.claude-opus-4-8 | Global Anthropic Claude Opus 4.8 | SystemDefined | anthropic.claude-opus-4-8
        us.anthropic.claude-haiku-4-5-20251001-v1:0 | US Anthropic Claude Haiku 4.5 | SystemDefined | anthropic.claude-haiku-4-5-20251001-v1:0
        us.anthropic.claude-opus-4-8 | US Anthropic Claude Opus 4.8 | SystemDefined | anthropic.claude-opus-4-8
        """,
        Text(InferenceProfilesParser.Parse(List)!.Value));

    [Fact]
    public void A_profile_of_the_organisation_is_told_by_the_models_behind_it() => Assert.Equal(
        "a1b2c3d4e5f6 | team-a-opus | Application | anthropic.claude-opus-4-8",
        Text(InferenceProfilesParser.Parse(Fixture("list-application-profiles.json"))!.Value));

    [Theory]
    [InlineData("""{"inferenceProfileSummaries": []}""", "")]
    [InlineData("""{"inferenceProfileSummaries": [null, 1, {}, {"inferenceProfileId": "us.anthropic.claude-x"}]}""", "")]
    [InlineData("""{"inferenceProfileSummaries": [{"inferenceProfileId": "us.anthropic.claude-x", "inferenceProfileArn": "a"}]}""", "us.anthropic.claude-x | us.anthropic.claude-x | SystemDefined | ")]
    [InlineData("""{"inferenceProfileSummaries": [{"inferenceProfileId": "us.anthropic.claude-x", "inferenceProfileArn": "a", "status": "CREATING"}]}""", "")]
    [InlineData("""{"inferenceProfileSummaries": {}}""", null)]
    [InlineData("""{"inferenceProfileSummaries": [{"inferenceProfileId": "\ud800"}]}""", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public void Odd_lists(string json, string? expected) =>
        Assert.Equal(expected, InferenceProfilesParser.Parse(json) is { } profiles ? Text(profiles) : null);

    [Fact]
    public void No_text_makes_it_fail() => Gen.Select(Gen.Int[0, List.Length], Gen.String[0, 20]).Sample((cut, more) =>
        InferenceProfilesParser.Parse(List[..cut] + more) is null or { IsDefault: false });

    [Fact]
    public void What_is_kept_is_read_as_it_was()
    {
        var list = new LiveProfiles("us-west-2", Given.At("08:30:15"), InferenceProfilesParser.Parse(List)!.Value);
        var read = Assert.Single(LiveProfilesText.Read(LiveProfilesText.Write([list])));
        Assert.Equal((list.Region, list.At, Text(list.Profiles)), (read.Region, read.At, Text(read.Profiles)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"schema": 2, "lists": []}""")]
    [InlineData("""{"schema": 1, "lists": [{"region": "us-west-2", "at": "soon", "profiles": []}]}""")]
    [InlineData("""{"schema": 1, "lists": [{"region": null, "at": "2026-11-23T08:00:00Z", "profiles": []}]}""")]
    [InlineData("""{"schema": 1, "lists": [{"at": "2026-11-23T08:00:00Z", "profiles": []}]}""")]
    public void What_another_version_wrote_is_nothing(string json) =>
        Assert.Empty(LiveProfilesText.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void No_bytes_make_the_kept_list_fail()
    {
        var bytes = LiveProfilesText.Write([new LiveProfiles("us-west-2", Given.At("08:30"), InferenceProfilesParser.Parse(List)!.Value)]);
        Gen.Select(Gen.Int[0, bytes.Length], Gen.Byte.Array[0, 20]).Sample((cut, more) =>
            !LiveProfilesText.Read((byte[])[.. bytes[..cut], .. more]).IsDefault);
    }

    [Theory]
    [InlineData("2026-11-30 08:59:59", true)]
    [InlineData("2026-11-30 09:00:00", false)]
    [InlineData("2026-11-16 08:59:00", false)]
    public void After_seven_days_a_list_proves_nothing(string now, bool expected) =>
        Assert.Equal(expected, new LiveProfiles("us-west-2", Given.At("2026-11-23 09:00:00"), []).IsFresh(Given.At(now)));

    private static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    private static string Text(IEnumerable<InferenceProfile> profiles) => string.Join('\n', profiles.Select(profile =>
        $"{profile.Id} | {profile.Name} | {profile.Kind} | {string.Join(", ", profile.Models)}"));
}
