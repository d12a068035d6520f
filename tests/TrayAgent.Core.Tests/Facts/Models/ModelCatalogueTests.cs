using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Tests.Facts.Models;

public sealed class ModelCatalogueTests
{
    private static ModelCatalogue List => ModelCatalogue.BuiltIn;

    [Fact]
    public void Every_model_is_named_once_and_its_id_can_be_read()
    {
        Assert.Equal(List.Models.Length, List.Models.Select(model => model.Id).Distinct().Count());
        Assert.Equal(List.Models.Length, List.Models.Select(model => model.ApiId).Distinct().Count());
        Assert.All(List.Models, model => Assert.NotNull(model.Parts));
        Assert.Equal("2026-11-23", List.Collected.ToString("yyyy-MM-dd", null));
    }

    /// <summary>A newer model of a family is the better one; whoever wants it otherwise must say so here.</summary>
    [Fact]
    public void The_newest_of_a_family_stands_first()
    {
        foreach (var family in List.Models.GroupBy(model => model.Parts.Family))
        {
            Assert.Equal(
                family.OrderByDescending(model => model.Parts.Version).Select(model => model.Id),
                family.Select(model => model.Id));
        }
    }

    [Fact]
    public void The_prefix_apac_serves_no_model_since_Claude_4_5_that_sources_agree_on() => Assert.Equal(
        ["anthropic.claude-sonnet-4-20250514-v1:0"],
        from model in List.Models
        from profile in model.Profiles
        where profile is { Prefix: "apac.", Confidence: Confidence.Good }
        select model.Id);

    [Theory]
    [InlineData("ap-southeast-6", true)]
    [InlineData("us-gov-east-1", true)]
    [InlineData("cn-north-1", false)]
    [InlineData("ap-east-1", false)]
    [InlineData("eusc-de-east-1", false)]
    public void Some_regions_have_no_Claude(string region, bool expected) => Assert.Equal(expected, List.Serves(region));
}
