using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide;

/// <summary>Which session a command is about.</summary>
public abstract record Target
{
    private Target()
    {
    }

    /// <param name="Session">The session itself.</param>
    /// <param name="Profile">The profile that was named or found on the way; null when only the session was.</param>
    public sealed record Found(SsoSession Session, Profile? Profile) : Target;

    /// <param name="Message">A sentence with the choices.</param>
    public sealed record NotFound(string Message) : Target;
}
