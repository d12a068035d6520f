namespace TrayAgent.Core.Decide;

public enum SignInResult
{
    SignedIn,
    SignedOut,
    Failed,
    Cancelled,
}
