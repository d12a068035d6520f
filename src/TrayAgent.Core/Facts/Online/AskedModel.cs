using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Facts.Online;

/// <summary>One model, and what AWS says of it.</summary>
/// <param name="Model">Its ID on Bedrock, without a region prefix.</param>
/// <param name="Access">Null when AWS did not say.</param>
/// <param name="WhyNot">Why it did not: a sentence, else null.</param>
public sealed record AskedModel(string Model, ModelAccess? Access, string? WhyNot);
