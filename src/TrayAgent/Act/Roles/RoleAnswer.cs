namespace TrayAgent.Act.Roles;

/// <summary>What came of asking for credentials: a closed set.</summary>
internal abstract record RoleAnswer
{
    private RoleAnswer()
    {
    }

    internal sealed record Given(RoleKeys Keys) : RoleAnswer;

    /// <summary>The portal does not accept the token, whatever its file says.</summary>
    internal sealed record TokenRefused : RoleAnswer;

    /// <param name="Text">A sentence that says why there are none.</param>
    /// <param name="Reason">The same for programs.</param>
    internal sealed record NotGiven(string Text, RoleRefusal Reason = RoleRefusal.Other) : RoleAnswer;
}
