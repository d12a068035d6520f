namespace TrayAgent.Core.Facts.Models;

public enum InferenceProfileKind
{
    /// <summary>Of AWS: every account has the same.</summary>
    SystemDefined,

    /// <summary>The user's organisation made it, for its accounting.</summary>
    Application,
}
