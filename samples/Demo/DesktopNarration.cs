namespace TrayAgent.Demo;

/// <summary>The words of the story on a desktop.</summary>
internal sealed class DesktopNarration(Narrator narrator)
{
    private bool _wasRenewed;
    private bool _wasRecovered;
    private bool _isTold;

    public void Begin()
    {
        narrator.Say("This is the real agent in a temporary home, and an identity centre on this machine instead of AWS.");
        narrator.Say($"Claude Code's settings there use the AWS profile 'claude', which signs in at '{DemoFiles.Session}'.");
        narrator.Say("Sessions last three minutes here. Ctrl-C ends the demo and removes everything.");
    }

    public void PageOpened(string code)
    {
        narrator.Chapter("A page opens in your browser");
        narrator.Say($"It shows the code {code}; so does a notice. If they are the same, click 'Allow access'.");
    }

    /// <param name="before">Null at the beginning.</param>
    /// <param name="now">What has become of it.</param>
    public void Changed(Status? before, Status now)
    {
        switch (now.Overall)
        {
            case Status.Healthy when before is null:
                First(now);
                break;
            case Status.Healthy:
                Fine(before, now);
                break;
            case Status.Attention when before?.Overall != Status.Attention:
                EndingSoon();
                break;
            case Status.Attention when before is not null:
                Fine(before, now);
                break;
            case Status.SignInNeeded when before?.Overall != Status.SignInNeeded:
                SignInNeeded();
                break;
            default:
                break;
        }
    }

    private void First(Status now)
    {
        narrator.Chapter("A new icon is in your tray: a session is signed in");
        narrator.Say($"It ends at {Clock(now)}. Point at the icon, or click it for the menu.");
        narrator.Say("The first notice comes within half a minute.");
    }

    private void EndingSoon()
    {
        narrator.Chapter("The session ends in two minutes: the icon changes and a notice appears");
        narrator.Say("Click 'Renew' in the notice or in the icon's menu.");
    }

    private void SignInNeeded()
    {
        narrator.Chapter("The session is over: Claude Code would stop here");
        narrator.Say("Click 'Sign in' in the notice or in the icon's menu.");
    }

    private void Fine(Status before, Status now)
    {
        if (before.Overall == Status.SignInNeeded)
        {
            _wasRecovered = true;
            narrator.Chapter($"Signed in again, until {Clock(now)}");
        }
        else
        {
            _wasRenewed = true;
            narrator.Chapter($"Renewed: the session has its full length again, until {Clock(now)}");
        }

        Next();
    }

    private void Next()
    {
        if (!_wasRecovered)
        {
            narrator.Say("Now ignore the notices to see what happens at the end, in three minutes.");
        }
        else if (!_wasRenewed)
        {
            narrator.Say("In a minute you are warned again: this time, renew before the end.");
        }
        else if (!_isTold)
        {
            _isTold = true;
            narrator.Say("That was the whole story. The agent goes on until Ctrl-C.");
        }
    }

    private static string Clock(Status now) =>
        now.EndsAt is { } end ? end.ToLocalTime().ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : "an unknown time";
}
