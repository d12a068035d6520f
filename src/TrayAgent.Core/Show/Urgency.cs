namespace TrayAgent.Core.Show;

/// <summary>The urgency levels of the freedesktop notification specification; critical ones do not expire.</summary>
public enum Urgency
{
    Low,
    Normal,
    Critical,
}
