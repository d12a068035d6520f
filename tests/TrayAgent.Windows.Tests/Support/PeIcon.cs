using System.Collections.Immutable;
using System.Reflection.PortableExecutable;

namespace TrayAgent.Windows.Tests.Support;

/// <summary>The icon in the resources of a program, which Explorer and Task Manager show.</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/debug/pe-format#the-rsrc-section</remarks>
internal static class PeIcon
{
    private const int Icon = 3;
    private const int IconGroup = 14;

    /// <summary>The pictures of the first icon: edge in pixels, and bytes.</summary>
    public static IReadOnlyList<(int Size, byte[] Bytes)> Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var start = file.PEHeaders.PEHeader!.ResourceTableDirectory.RelativeVirtualAddress;
        var tree = file.GetSectionData(start).GetContent();
        var group = Content(file, tree, Entries(tree, 0).Single(type => type.Id == IconGroup).At, null);
        var pictures = Entries(tree, 0).Single(type => type.Id == Icon).At;
        return [.. Enumerable.Range(0, BitConverter.ToUInt16(group, 4)).Select(number =>
        {
            // GRPICONDIRENTRY: width, height, colours, reserved, planes, bits, bytes, id.
            var entry = group.AsSpan(6 + (14 * number), 14);
            return (entry[0] == 0 ? 256 : entry[0], Content(file, tree, pictures, BitConverter.ToUInt16(entry[12..])));
        })];
    }

    /// <summary>In one folder of types or names.</summary>
    private static (int Id, int At)[] Entries(ImmutableArray<byte> tree, int at)
    {
        var bytes = tree.AsSpan();
        var count = BitConverter.ToUInt16(bytes[(at + 12)..]) + BitConverter.ToUInt16(bytes[(at + 14)..]);
        var entries = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            var entry = bytes[(at + 16 + (8 * i))..];
            entries[i] = (BitConverter.ToInt32(entry), BitConverter.ToInt32(entry[4..]) & int.MaxValue);
        }

        return entries;
    }

    /// <param name="name">Null: the first.</param>
    private static byte[] Content(PEReader file, ImmutableArray<byte> tree, int type, int? name)
    {
        var languages = Entries(tree, type).First(entry => name is null || entry.Id == name).At;
        var data = tree.AsSpan()[Entries(tree, languages)[0].At..];
        return [.. file.GetSectionData(BitConverter.ToInt32(data)).GetContent(0, BitConverter.ToInt32(data[4..]))];
    }
}
