namespace TrayAgent.Core.Facts.Models;

/// <summary>What an ARN of Bedrock stands for.</summary>
public enum ArnKind
{
    /// <summary>An inference profile of AWS.</summary>
    InferenceProfile,

    /// <summary>One that the user's organisation made.</summary>
    ApplicationInferenceProfile,

    /// <summary>A model itself, which cannot be called on demand.</summary>
    FoundationModel,

    ProvisionedModel,

    CustomModel,

    /// <summary>Something else that Bedrock can be called with.</summary>
    Other,

    /// <summary>Nothing that Bedrock is known to have.</summary>
    Unheard,
}
