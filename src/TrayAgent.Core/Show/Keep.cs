namespace TrayAgent.Core.Show;

/// <summary>Whether a notice outlives its display; transient ones hold what is worthless or delicate a minute later.</summary>
public enum Keep
{
    InHistory,
    Transient,
}
