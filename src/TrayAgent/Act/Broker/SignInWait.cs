using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Act.Broker;

/// <summary>What somebody is told who waits for a sign-in in another process: a line or two, for Claude Code shows them.</summary>
internal sealed class SignInWait(SsoSession session)
{
    private SignInProgress? _told;
    private bool _toldLocked;

    public bool HasSeenOne { get; private set; }

    private string Name => session.Name;

    /// <summary>Says what a person has to do, once.</summary>
    public void Follow(SignInProgress? progress, Action<string> tell)
    {
        HasSeenOne = true;
        if (progress is { Stage: SignInStage.WaitingForPerson } && progress != _told)
        {
            _told = progress;
            tell(progress switch
            {
                { Page: { } page, UserCode: { } code } =>
                    $"Sign in to '{Name}': no browser can be opened here, so open {page} in one, anywhere, and enter the code {code}.",
                { UserCode: { } code, Host: { } host } =>
                    $"Sign in to '{Name}' in your browser at '{host}', if it shows the code {code}.",
                { Host: { } host } => $"Sign in to '{Name}' in your browser at '{host}'.",
                _ => $"Sign in to '{Name}' in your browser.",
            });
        }
    }

    public void TellLocked(Action<string> tell)
    {
        if (!_toldLocked)
        {
            _toldLocked = true;
            tell($"The screen is locked: the browser for '{Name}' opens when it is unlocked.");
        }
    }

    public string AtTheLimit(SignInProgress? progress, bool isLocked) => progress switch
    {
        { Stage: SignInStage.WaitingForPerson } =>
            $"Nobody has signed in to '{Name}' yet. The sign-in waits on in your browser; approve it there, then try again.",
        null when isLocked =>
            $"The screen is locked, so no browser was opened for '{Name}'; a notice waits for you. Sign in, then try again.",
        _ => $"The sign-in to '{Name}' has not come to an end yet. Try again in a moment.",
    };

    public static string LeftAlone(SignInOutcome last) =>
        $"The last sign-in to '{last.Session}' was not completed, so no browser is opened again unasked. "
        + $"Run '{CommandLine.SignIn(last.Session)}'.";
}
