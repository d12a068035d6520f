namespace TrayAgent.Core.Facts.Models;

/// <summary>One inference profile that can be called from a region.</summary>
/// <param name="Id">What a setting must say.</param>
/// <param name="Name">For people: <c>Claude Opus 4.8</c>.</param>
/// <param name="Model">The Bedrock ID of the model itself.</param>
/// <param name="Prefix">The region prefix, with its full stop.</param>
/// <param name="Parts">Null for a model of a family that nobody has heard of.</param>
public sealed record OfferedProfile(
    string Id, string Name, string Model, string Prefix, ModelName? Parts, ModelStatus Status, Confidence Confidence)
{
    public bool IsRecommendable => Status == ModelStatus.Current && Confidence == Confidence.Good;
}
