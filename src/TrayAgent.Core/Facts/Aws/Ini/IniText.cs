using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>Turns the bytes of an INI file into lines, and reports what its encoding does to other tools.</summary>
internal static class IniText
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\x1c\x1d\x1e\x1f\x85\ufeff");

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static IEnumerable<IniLine> Lines(ReadOnlySpan<byte> bytes, ConfigFindings findings)
    {
        if (bytes.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
            findings.Refused(1,
                "The file starts with a byte order mark: the AWS CLI refuses the whole file, and the Go SDK "
                + "misses its first section. Save it as 'UTF-8 without BOM'.");
        }

        if (!Utf8.IsValid(bytes))
        {
            findings.Refused(FirstBadLine(bytes), "The line is not valid UTF-8: the AWS CLI refuses the whole file. "
                + "Save the file as UTF-8, or use ASCII only.");
        }

        var text = Encoding.UTF8.GetString(bytes);
        NoteEncoding(text, findings);
        NoteInvisible(text, findings);
        return Split(text);
    }

    private static int FirstBadLine(ReadOnlySpan<byte> bytes)
    {
        var number = 1;
        foreach (var line in bytes.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(bytes[line]))
            {
                return number;
            }

            number++;
        }

        return 1;
    }

    private static void NoteEncoding(string text, ConfigFindings findings)
    {
        if (!PythonText.IsAscii(text))
        {
            var odd = text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f');
            findings.Note(LineOf(text, odd), "non-ascii", text[odd].ToString(),
                "The AWS CLI on Windows reads this file in the system's code page, every other tool as UTF-8. "
                + "Use ASCII only.", Tools.AwsCli);
        }

        var carriageReturn = BareCarriageReturn(text);
        if (carriageReturn >= 0)
        {
            findings.Note(LineOf(text, carriageReturn), "bare-carriage-return", "CR",
                "A carriage return stands alone: the AWS CLI and the .NET SDK start a new line there, other tools do not. "
                + "Replace it by a line feed.", Tools.JavaScript, Tools.Go, Tools.Rust);
        }
    }

    /// <summary>
    /// White space for Python but not for others, or the other way round: an invisible part of a name or value.
    /// </summary>
    /// <remarks>https://tc39.es/ecma262/#sec-white-space counts the byte order mark, but none of the separators.</remarks>
    private static void NoteInvisible(string text, ConfigFindings findings)
    {
        // The usual file, without the search tables for the other characters.
        if (PythonText.IsAscii(text) && !text.AsSpan().ContainsAnyInRange('\x1c', '\x1f'))
        {
            return;
        }

        var last = 0;
        for (var at = text.AsSpan().IndexOfAny(Invisible); at >= 0;)
        {
            var line = LineOf(text, at);
            if (line != last)
            {
                findings.Note(line, "invisible-character", $"U+{(int)text[at]:X4}",
                    $"The line has an invisible character (U+{(int)text[at]:X4}), which some tools take for a space and others "
                    + "for a part of the text. Delete it.",
                    text[at] is >= '\x1c' and <= '\x1f' ? [Tools.JavaScript, Tools.DotNet, Tools.Go, Tools.Rust] : [Tools.JavaScript]);
            }

            last = line;
            var next = text.AsSpan(at + 1).IndexOfAny(Invisible);
            at = next < 0 ? next : at + 1 + next;
        }
    }

    private static int BareCarriageReturn(string text)
    {
        var at = text.IndexOf('\r', StringComparison.Ordinal);
        while (at >= 0 && at + 1 < text.Length && text[at + 1] == '\n')
        {
            at = text.IndexOf('\r', at + 1);
        }

        return at;
    }

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    /// <summary>Python opens text files with universal line ends, so a lone carriage return ends a line too.</summary>
    /// <remarks>https://docs.python.org/3/library/functions.html#open-newline-parameter</remarks>
    private static IEnumerable<IniLine> Split(string text)
    {
        var number = 1;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (length < 0)
            {
                yield return IniLine.Of(number, text.AsSpan(start));
                yield break;
            }

            yield return IniLine.Of(number, text.AsSpan(start, length));
            start += length + 1;
            if (text[start - 1] == '\r' && start < text.Length && text[start] == '\n')
            {
                start++;
            }

            number++;
        }
    }
}
