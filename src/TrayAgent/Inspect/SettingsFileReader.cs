using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Inspect;

/// <summary>When the user's Claude Code settings were last written, and whether by us.</summary>
/// <param name="ownEdit">Our last edit, judged by what is in the file now (null: no file); null when there was none.</param>
internal sealed class SettingsFileReader(string file, Func<ReadOnlyMemory<byte>?, OwnEdit?> ownEdit)
{
    public SettingsFileLook Look() => Content() with { Refusal = Refusal() };

    private SettingsFileLook Content() => GuardedFile.Read(file, GuardedFile.ConfigFileLimit) switch
    {
        FileReading.Content(var bytes, var stamp) => new SettingsFileLook(stamp.WrittenAt, ownEdit(bytes))
        {
            IsBlank = bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty,
        },
        FileReading.Missing => new SettingsFileLook(Changed(Path.GetDirectoryName(file)!), ownEdit(null)) { IsBlank = true },
        _ => SettingsFileLook.Nothing,
    };

    private string? Refusal()
    {
        try
        {
            WriteRefusal.Check(WriteTarget.Find(file), Audience.AsBefore);
            return null;
        }
        catch (WriteRefusedException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be looked at just now may be writable; the attempt will say.
            return null;
        }
    }

    private static DateTimeOffset? Changed(string folder) =>
        Directory.Exists(folder) ? new DateTimeOffset(Directory.GetLastWriteTimeUtc(folder)) : null;
}
