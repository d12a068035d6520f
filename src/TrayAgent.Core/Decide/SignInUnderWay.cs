namespace TrayAgent.Core.Decide;

/// <summary>A sign-in, renewal or sign-out under way.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="Purpose">What it ends in.</param>
public sealed record SignInUnderWay(SignInProgress Progress, SignInPurpose Purpose);
