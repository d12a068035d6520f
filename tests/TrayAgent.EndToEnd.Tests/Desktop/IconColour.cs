namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>The colours of the five faces: fine, ending soon, sign-in needed, busy, unknown.</summary>
internal enum IconColour
{
    Green,
    Amber,
    Red,
    Blue,
    Grey,
}
