namespace TrayAgent.Core.Facts;

/// <summary>A home folder as one tool computes it, e.g. ("AWS CLI", "/home/ann").</summary>
public sealed record Home(string Tool, string Folder);
