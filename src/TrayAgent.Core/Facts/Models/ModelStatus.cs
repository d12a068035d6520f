namespace TrayAgent.Core.Facts.Models;

public enum ModelStatus
{
    Current,

    /// <summary>It still answers those who used it lately, but its end is announced.</summary>
    Deprecated,
}
