namespace TrayAgent.Core.Facts.Aws;

/// <summary>An account that AWS lets the person enter; name and address are as somebody typed them.</summary>
public sealed record AssignedAccount(string Id, string Name, string Email);
