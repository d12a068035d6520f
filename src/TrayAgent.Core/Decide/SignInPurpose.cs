namespace TrayAgent.Core.Decide;

public enum SignInPurpose
{
    SignIn,

    /// <summary>The portal session was ended first, so what follows is a new one of full length.</summary>
    Renew,

    SignOut,
}
