using System.Text;

namespace TrayAgent.Core.Edit.Json;

/// <summary>Splices members into and out of the bytes of a file, in the manner of what stands around them.</summary>
internal sealed class SettingsText(byte[] bytes, JsonObjectSpan root)
{
    private readonly string _lineEnd = LineEnd(bytes);

    /// <summary>As the last member.</summary>
    public byte[] Add(JsonObjectSpan parent, string name, string value)
    {
        var member = JsonString.Quoted(name) + Colon(parent) + value;
        if (parent.Members is [.., var last])
        {
            return Splice(last.ValueEnd, last.ValueEnd, "," + GapForNext(parent) + member);
        }

        var (before, after) = parent == root ? (_lineEnd + "  ", _lineEnd) : Inside(root.IndexOf("env"));
        return Splice(parent.Open + 1, parent.Close, before + member + after);
    }

    public byte[] Replace(JsonMember member, string value) =>
        member.Text == value ? bytes : Splice(member.ValueStart, member.ValueEnd, JsonString.Quoted(value));

    /// <summary>With one comma; every other line stays as it is. The only one leaves <c>{}</c>.</summary>
    public byte[] Remove(JsonObjectSpan parent, int index) =>
        parent.Members.Length == 1 ? Splice(parent.Open + 1, parent.Close, "")
        : index + 1 < parent.Members.Length ? RemoveBeforeAnother(parent, index)
        : RemoveLast(parent.Members[index - 1].ValueEnd, parent.Members[index]);

    /// <summary>Members that share a line close up; otherwise the next one keeps the lines and the indentation that stand before it.</summary>
    private byte[] RemoveBeforeAnother(JsonObjectSpan parent, int index)
    {
        var start = parent.Members[index].NameStart;
        var next = parent.Members[index + 1].NameStart;
        var nextGap = Gap(parent, index + 1);
        var lineBreak = nextGap.IndexOf('\n', StringComparison.Ordinal);
        if (lineBreak < 0)
        {
            return Splice(start, next, "");
        }

        var gap = Gap(parent, index);
        var lineEnd = next - nextGap.Length + lineBreak;
        return gap.Contains('\n', StringComparison.Ordinal)
            ? Splice(start - Indent(gap).Length, lineEnd + 1, "")
            : Splice(start - gap.Length, bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd, "");
    }

    /// <summary>The line break that goes is the one before it: <see cref="Add"/> wrote that, and found the one after it.</summary>
    private byte[] RemoveLast(int previousEnd, JsonMember last)
    {
        var white = Encoding.UTF8.GetString(bytes.AsSpan(previousEnd..last.NameStart)).Replace(",", "", StringComparison.Ordinal);
        var lineBreak = white.LastIndexOf('\n');
        var above = white[..Math.Max(lineBreak, 0)];
        return Splice(previousEnd, last.ValueEnd, above.EndsWith('\r') ? above[..^1] : above);
    }

    /// <summary>An object with one text in it, as the value of a new last member of the root.</summary>
    public string NewObject(string name, string value)
    {
        var (before, after) = root.Members.IsEmpty ? (_lineEnd + "    ", _lineEnd + "  ") : Inside(GapForNext(root));
        return "{" + before + JsonString.Quoted(name) + Colon(root) + JsonString.Quoted(value) + after + "}";
    }

    private (string Before, string After) Inside(int index) => Inside(Gap(root, index));

    /// <summary>What stands around the only member of an object that is itself a member of the root.</summary>
    /// <param name="gap">What stands before the name of that object.</param>
    private (string Before, string After) Inside(string gap)
    {
        if (!gap.Contains('\n', StringComparison.Ordinal))
        {
            return ("", "");
        }

        var indent = Indent(gap);
        return (_lineEnd + indent + (indent.Length == 0 ? "  " : Indent(Gap(root, 0))), _lineEnd + indent);
    }

    private string GapForNext(JsonObjectSpan parent)
    {
        var gap = Gap(parent, parent.Members.Length - 1);
        return gap.Contains('\n', StringComparison.Ordinal) ? _lineEnd + Indent(gap)
            : parent.Members.Length > 1 || gap.Length > 0 ? gap
            : Colon(parent)[1..];
    }

    /// <summary>The white space between the member's name and the comma or brace before it.</summary>
    private string Gap(JsonObjectSpan parent, int index)
    {
        var start = index == 0 ? parent.Open + 1 : parent.Members[index - 1].ValueEnd;
        var gap = Encoding.UTF8.GetString(bytes.AsSpan(start..parent.Members[index].NameStart));
        return gap[(gap.IndexOf(',', StringComparison.Ordinal) + 1)..];
    }

    private static string Indent(string gap) => gap[(gap.LastIndexOf('\n') + 1)..];

    /// <summary>As the object's last member has it, or the root's.</summary>
    private string Colon(JsonObjectSpan parent)
    {
        var member = parent.Members.LastOrDefault() ?? root.Members.LastOrDefault();
        return member is null || member.ValueStart > member.NameEnd + 1 ? ": " : ":";
    }

    private byte[] Splice(int start, int end, string text) =>
        [.. bytes.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. bytes.AsSpan(end)];

    private static string LineEnd(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf((byte)'\n') is > 0 and var at && bytes[at - 1] == '\r' ? "\r\n" : "\n";
}
