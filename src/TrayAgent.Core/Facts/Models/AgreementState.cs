namespace TrayAgent.Core.Facts.Models;

/// <summary>How far an account is with subscribing to a model in AWS Marketplace.</summary>
public enum AgreementState
{
    /// <summary>AWS said something else, or nothing.</summary>
    Unknown,

    Available,

    /// <summary>AWS is still at it.</summary>
    Pending,

    /// <summary>Nobody has called the model yet with the permissions to subscribe.</summary>
    NotAvailable,

    Failed,
}
