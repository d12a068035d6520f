namespace TrayAgent.Core.Facts.Models;

/// <summary>The families that Claude Code has aliases and variables for.</summary>
public enum ModelFamily
{
    Opus,
    Sonnet,
    Haiku,
    Fable,
}
