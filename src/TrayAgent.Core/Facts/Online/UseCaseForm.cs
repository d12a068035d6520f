namespace TrayAgent.Core.Facts.Online;

/// <summary>Whether Anthropic has been told what an account uses its models for.</summary>
public enum UseCaseForm
{
    Unknown,

    Submitted,

    /// <summary>AWS shows none of this account; one of the organisation's management account counts, too, and does not show.</summary>
    NotShown,
}
