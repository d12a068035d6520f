namespace TrayAgent.Core.Facts.Models;

/// <summary>How sure the built-in list is of something.</summary>
public enum Confidence
{
    /// <summary>Sources disagree, or only one that proves little: shown, but never recommended and never held against anybody.</summary>
    Low,

    Good,
}
