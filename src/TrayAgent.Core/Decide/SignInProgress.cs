namespace TrayAgent.Core.Decide;

/// <summary>How far a sign-in is; every process that takes part tells the others by a file.</summary>
/// <param name="Session">The session's name.</param>
/// <param name="Stage">What is going on.</param>
/// <param name="Host">The host of the page that was opened, to compare; null before there is one.</param>
/// <param name="UserCode">The code to compare with the one on the page (XXXX-XXXX); null in the PKCE flow.</param>
public sealed record SignInProgress(string Session, SignInStage Stage, string? Host, string? UserCode)
{
    /// <summary>
    /// The page to open by hand, when nobody opened it: without the code, for the terminals of those who asked only.
    /// Null when a browser was opened.
    /// </summary>
    public string? Page { get; init; }

    public SignInPlace Place { get; init; } = SignInPlace.Here;

    /// <summary>What it is for, as another process says; null when the one who shows it knows that by itself.</summary>
    public SignInPurpose? Purpose { get; init; }
}
