namespace TrayAgent.Act.Doctor;

internal enum HostReach
{
    /// <summary>With whatever status: the way is open.</summary>
    Answered,

    /// <summary>Its certificate is not trusted, or is for another name.</summary>
    Untrusted,

    Unreachable,
}
