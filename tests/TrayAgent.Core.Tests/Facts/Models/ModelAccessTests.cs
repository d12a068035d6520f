using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Tests.Facts.Models;

/// <summary>What AWS says of an account and a model.</summary>
public sealed class ModelAccessTests
{
    [Theory]
    [InlineData("AVAILABLE", "AVAILABLE", "Available")]
    [InlineData("AVAILABLE", "NOT_AVAILABLE", "Pending")]
    [InlineData("PENDING", "NOT_AVAILABLE", "Pending")]
    [InlineData("NOT_AVAILABLE", "NOT_AVAILABLE", "NotAvailable")]
    [InlineData("ERROR", "NOT_AVAILABLE", "Failed")]
    [InlineData("SOMETHING_NEW", "AVAILABLE", "Unknown")]
    public void The_subscription(string agreement, string entitlement, string expected) => Assert.Equal(
        expected,
        ModelAccessParser.Parse(
            $$"""{"modelId": "x", "agreementAvailability": {"status": "{{agreement}}"}, "entitlementAvailability": "{{entitlement}}"}""")!.Agreement.ToString());

    [Theory]
    [InlineData("AUTHORIZED", true)]
    [InlineData("NOT_AUTHORIZED", false)]
    [InlineData("WHAT", null)]
    public void Who_asks(string status, bool? expected) => Assert.Equal(
        expected, ModelAccessParser.Parse($$"""{"agreementAvailability": {}, "authorizationStatus": "{{status}}"}""")!.IsAuthorized);

    [Fact]
    public void Why_it_failed() => Assert.Equal(
        "Payment.", ModelAccessParser.Parse("""{"agreementAvailability": {"status": "ERROR", "errorMessage": "Payment."}}""")!.Error);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"agreementAvailability\"")]
    public void Anything_else_is_no_answer(string text) => Assert.Null(ModelAccessParser.Parse(text));

    [Fact]
    public void Half_a_surrogate_pair_is_none() =>
        Assert.Null(ModelAccessParser.Parse("""{"agreementAvailability": {"status": "\uD800"}}"""));
}
