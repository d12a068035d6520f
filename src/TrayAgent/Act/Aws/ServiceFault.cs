namespace TrayAgent.Act.Aws;

/// <summary>Why a service gave no answer that can be used.</summary>
internal enum ServiceFault
{
    None,

    /// <summary>400.</summary>
    Rejected,

    /// <summary>401: the token is dead, whatever its file says.</summary>
    Refused,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>429.</summary>
    Throttled,

    /// <summary>5xx.</summary>
    Failing,

    /// <summary>No network, no host, no trusted certificate, or no answer in time.</summary>
    Unreachable,

    /// <summary>An answer that makes no sense.</summary>
    Unexpected,
}
