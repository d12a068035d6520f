namespace TrayAgent.Core.Facts;

/// <summary>The last attempt to refresh a token, which failed; it says nothing about any other token.</summary>
/// <param name="Fingerprint">Of the token (<see cref="Aws.SsoToken.Fingerprint"/>).</param>
/// <param name="Obstacle">Why.</param>
/// <param name="At">When.</param>
/// <param name="Text">A full sentence for people.</param>
public sealed record RefreshFailure(string Fingerprint, RefreshObstacle Obstacle, DateTimeOffset At, string Text);
