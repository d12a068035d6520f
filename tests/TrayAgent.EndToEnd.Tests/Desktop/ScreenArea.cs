namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>A rectangle of the screen, in pixels from its upper left corner.</summary>
internal readonly record struct ScreenArea(int X, int Y, int Width, int Height);
