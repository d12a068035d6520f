namespace TrayAgent.Core.Facts.Claude.Plist;

/// <summary>Turns a property list, as macOS keeps managed preferences, into the JSON that it stands for; never fails.</summary>
/// <remarks>https://code.claude.com/docs/en/managed-settings: the keys of the preference domain are those of the settings.</remarks>
public static class PlistJson
{
    /// <summary>Null when it is no property list that can be read.</summary>
    public static byte[]? Of(ReadOnlyMemory<byte> plist) =>
        plist.Span.StartsWith("bplist0"u8) ? BinaryPlist.ToJson(plist) : XmlPlist.ToJson(plist);
}
