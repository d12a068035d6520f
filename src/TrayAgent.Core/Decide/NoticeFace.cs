namespace TrayAgent.Core.Decide;

/// <summary>Whether the desktop can show notices; while it cannot, they are held.</summary>
public enum NoticeFace
{
    Away,
    Present,
}
