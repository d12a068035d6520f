namespace TrayAgent.Core.Facts.Claude;

/// <summary>Whether somebody said in Claude Code that a folder is trusted: before that its settings run no commands.</summary>
public enum FolderTrust
{
    /// <summary>No project is looked at, or nothing is remembered of it.</summary>
    Unknown,
    Trusted,
    NotTrusted,
}
