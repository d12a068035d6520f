namespace TrayAgent.Act.Sessions;

/// <summary>Who opens the sign-in page.</summary>
internal enum SignInPage
{
    /// <summary>We do, in the person's browser.</summary>
    Opened,

    /// <summary>The person does, perhaps on another device (<c>--no-browser</c>): needs the flow with a code.</summary>
    Told,
}
