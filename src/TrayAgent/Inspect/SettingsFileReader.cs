using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>When the user's Claude Code settings were last written, and whether by us.</summary>
/// <param name="ownEdit">Our last edit, judged by what is in the file now (null: no file); null when there was none.</param>
internal sealed class SettingsFileReader(string file, Func<ReadOnlyMemory<byte>?, OwnEdit?> ownEdit)
{
    public SettingsFileLook Look() => GuardedFile.Read(file, GuardedFile.ConfigFileLimit) switch
    {
        FileReading.Content(var bytes, var stamp) => new SettingsFileLook(stamp.WrittenAt, ownEdit(bytes))
        {
            IsBlank = bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty,
        },
        FileReading.Missing => new SettingsFileLook(Changed(Path.GetDirectoryName(file)!), ownEdit(null)) { IsBlank = true },
        _ => SettingsFileLook.Nothing,
    };

    private static DateTimeOffset? Changed(string folder) =>
        Directory.Exists(folder) ? new DateTimeOffset(Directory.GetLastWriteTimeUtc(folder)) : null;
}
