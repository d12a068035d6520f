using TrayAgent.Core.Decide;

namespace TrayAgent.Core.Show;

/// <summary>What is going on in a sign-in.</summary>
internal static class SignInWords
{
    public static string Doing(SignInUnderWay underWay)
    {
        var name = SessionWords.Name(underWay.Progress.Session);
        return underWay.Purpose switch
        {
            SignInPurpose.Renew => $"renewing {name}",
            SignInPurpose.SignOut => $"signing out of {name}",
            _ => $"signing in to {name}",
        };
    }

    /// <summary>What to compare with the page in the browser; null while there is nothing.</summary>
    public static string? Compare(SignInProgress progress) => progress switch
    {
        { Host: null } => null,
        { UserCode: { } code } => $"{Visible.Of(progress.Host, 60)}, code {Visible.Of(code)}",
        _ => Visible.Of(progress.Host, 60),
    };
}
