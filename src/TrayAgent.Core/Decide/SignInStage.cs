namespace TrayAgent.Core.Decide;

public enum SignInStage
{
    /// <summary>Ending the portal session first, because the person asked to renew.</summary>
    SigningOut,

    Starting,

    /// <summary>The browser is open and a person must approve.</summary>
    WaitingForPerson,

    /// <summary>The token is here; role credentials and identity are being asked for.</summary>
    Proving,
}
