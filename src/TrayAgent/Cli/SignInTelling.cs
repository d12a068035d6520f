using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>Tells at the terminal how far a sign-in is and what the person must do, each thing once.</summary>
internal sealed class SignInTelling(Action<string> say) : IProgress<SignInProgress>
{
    private SignInProgress? _last;

    public void Report(SignInProgress value)
    {
        if (value == _last)
        {
            return;
        }

        _last = value;
        say(Visible.Of(value switch
        {
            { Stage: SignInStage.SigningOut } => $"Ending the present session of '{value.Session}'.",
            { Stage: SignInStage.Starting } => $"Getting ready to sign in to '{value.Session}'.",
            { Stage: SignInStage.WaitingForPerson, Page: { } page, UserCode: { } code } =>
                $"Open {page} in a browser and enter the code {code}. Ctrl-C cancels.",
            { Stage: SignInStage.WaitingForPerson, Page: { } page } => $"Open {page} in a browser on this machine. Ctrl-C cancels.",
            { Stage: SignInStage.WaitingForPerson, UserCode: { } code, Host: { } host } =>
                $"Approve in your browser at '{host}', if it shows the code {code}. Ctrl-C cancels.",
            { Stage: SignInStage.WaitingForPerson } => $"Approve in your browser at '{value.Host}'. Ctrl-C cancels.",
            _ => "Approved. Checking that it works.",
        }));
    }
}
