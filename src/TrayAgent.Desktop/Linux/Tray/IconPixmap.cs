using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux.DBus;

namespace TrayAgent.Desktop.Linux.Tray;

/// <summary>The drawn icon in the forms of the bus.</summary>
internal static class IconPixmap
{
    public const string Signature = "a(iiay)";

    private const int NoticeSize = 48;
    private static readonly int[] Sizes = [16, 22, 24, 32, 48];

    /// <summary>All sizes, in network byte order A, R, G, B as the StatusNotifierItem specification asks.</summary>
    public static void Write(MessageWriter writer, TrayIcon icon) => writer.Array("(iiay)", pictures =>
    {
        foreach (var size in Sizes)
        {
            pictures.Struct("iiay", picture =>
            {
                picture.Int32(size);
                picture.Int32(size);
                picture.Bytes(TrayIconPixels.Draw(icon, size));
            });
        }
    });

    /// <summary>
    /// The <c>image-data</c> of a notification: width, height, row stride, has alpha, bits per sample, channels,
    /// and R, G, B, A. https://specifications.freedesktop.org/notification-spec/latest/icons-and-images.html
    /// </summary>
    public static void WriteImageData(MessageWriter writer, TrayIcon icon) => writer.Struct("iiibiiay", picture =>
    {
        picture.Int32(NoticeSize);
        picture.Int32(NoticeSize);
        picture.Int32(NoticeSize * 4);
        picture.Boolean(true);
        picture.Int32(8);
        picture.Int32(4);
        var pixels = TrayIconPixels.Draw(icon, NoticeSize).Chunk(4);
        picture.Bytes([.. pixels.SelectMany(argb => new[] { argb[1], argb[2], argb[3], argb[0] })]);
    });

    public static void WriteNone(MessageWriter writer) => writer.Array("(iiay)", _ => { });
}
