namespace TrayAgent.Act.Sessions;

/// <summary>The person's browser, as far as signing in needs it; the real one cannot run in a test.</summary>
/// <param name="Obstacle">A sentence that says why no browser can be opened now; null when one can.</param>
/// <param name="Open">Opens a page that has been vetted; a sentence that says why it failed, null when it was opened.</param>
internal sealed record SignInBrowser(Func<string?> Obstacle, Func<Uri, CancellationToken, Task<string?>> Open);
