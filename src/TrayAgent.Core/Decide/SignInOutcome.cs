namespace TrayAgent.Core.Decide;

/// <summary>How a sign-in, a renewal or a sign-out ended.</summary>
/// <param name="Session">The session's name.</param>
/// <param name="Result">What happened.</param>
/// <param name="Text">A full sentence for people; on success it names the identity.</param>
public sealed record SignInOutcome(string Session, SignInResult Result, string Text);
