namespace TrayAgent.Act.Roles;

/// <summary>Why there are no credentials, as far as it makes a difference.</summary>
internal enum RoleRefusal
{
    Other,

    /// <summary>The role is not assigned, or may not be assumed: nothing has expired.</summary>
    NotPermitted,

    SignInNeeded,
}
