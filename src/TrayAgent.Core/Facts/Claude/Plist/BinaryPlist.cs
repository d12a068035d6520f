using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Claude.Plist;

/// <summary>Reads a binary property list.</summary>
/// <remarks>https://opensource.apple.com/source/CF/CF-1153.18/CFBinaryPList.c describes the format.</remarks>
internal sealed class BinaryPlist
{
    private const int TrailerLength = 32;

    private const int DeepestNesting = 64;

    /// <summary>Objects may be used many times over, so a small file could stand for an endless text.</summary>
    private const int MostValues = 100_000;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _offsetSize;
    private readonly int _referenceSize;
    private readonly long _count;
    private readonly long _table;
    private readonly Utf8JsonWriter _json;
    private int _written;

    private BinaryPlist(ReadOnlyMemory<byte> bytes, Utf8JsonWriter json)
    {
        var trailer = bytes.Span[^TrailerLength..];
        (_bytes, _json) = (bytes, json);
        _offsetSize = trailer[6];
        _referenceSize = trailer[7];
        _count = BinaryPrimitives.ReadInt64BigEndian(trailer[8..]);
        _table = BinaryPrimitives.ReadInt64BigEndian(trailer[24..]);
    }

    public static byte[]? ToJson(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < TrailerLength)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        var top = BinaryPrimitives.ReadInt64BigEndian(bytes.Span[^TrailerLength..][16..]);
        if (!new BinaryPlist(bytes, json).TryWrite(top, DeepestNesting))
        {
            return null;
        }

        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private bool TryWrite(long index, int depthLeft)
    {
        if (depthLeft == 0 || ++_written > MostValues || At(index) is not { } at)
        {
            return false;
        }

        var marker = _bytes.Span[at];
        return (marker >> 4) switch
        {
            0x0 => TryWriteSimple(marker),
            0x1 => TryWriteNumber(at, 1 << (marker & 0xF)),
            0x2 => TryWriteReal(at, 1 << (marker & 0xF)),
            0x5 or 0x6 => Text(at) is { } text && Do(() => _json.WriteStringValue(text)),
            0xA => TryWriteList(at, depthLeft),
            0xD => TryWriteObject(at, depthLeft),

            // A date or bytes: nothing that Claude Code's settings know.
            0x3 or 0x4 => Do(() => _json.WriteNullValue()),
            _ => false,
        };
    }

    private bool TryWriteSimple(byte marker) => marker switch
    {
        0x08 => Do(() => _json.WriteBooleanValue(false)),
        0x09 => Do(() => _json.WriteBooleanValue(true)),
        _ => Do(() => _json.WriteNullValue()),
    };

    private bool TryWriteNumber(int at, int length) =>
        Number(at + 1, length) is { } number && Do(() => _json.WriteNumberValue(number));

    private bool TryWriteReal(int at, int length)
    {
        if (length is not (4 or 8) || Number(at + 1, length) is not { } bits)
        {
            return false;
        }

        var real = length == 4 ? BitConverter.Int32BitsToSingle((int)bits) : BitConverter.Int64BitsToDouble(bits);
        return Do(() => _json.WriteRawValue(double.IsFinite(real) ? real.ToString(CultureInfo.InvariantCulture) : "null"));
    }

    private bool TryWriteList(int at, int depthLeft)
    {
        if (Length(at) is not (var start, var count))
        {
            return false;
        }

        _json.WriteStartArray();
        for (var i = 0; i < count; i++)
        {
            if (Reference(start, i) is not { } item || !TryWrite(item, depthLeft - 1))
            {
                return false;
            }
        }

        _json.WriteEndArray();
        return true;
    }

    private bool TryWriteObject(int at, int depthLeft)
    {
        if (Length(at) is not (var start, var count))
        {
            return false;
        }

        _json.WriteStartObject();
        for (var i = 0; i < count; i++)
        {
            if (Reference(start, i) is not { } key || At(key) is not { } keyAt || Text(keyAt) is not { } name)
            {
                return false;
            }

            _json.WritePropertyName(name);
            if (Reference(start, count + i) is not { } value || !TryWrite(value, depthLeft - 1))
            {
                return false;
            }
        }

        _json.WriteEndObject();
        return true;
    }

    /// <summary>Where an object begins; null when there is no such object.</summary>
    private int? At(long index) =>
        index >= 0 && index < _count && index < _bytes.Length && _table >= 0 && _table < _bytes.Length
        && Number((int)_table + ((int)index * _offsetSize), _offsetSize) is { } at && at >= 0 && at < _bytes.Length
            ? (int)at
            : null;

    private long? Reference(int start, int place) => Number(start + (place * _referenceSize), _referenceSize);

    private string? Text(int at)
    {
        var isWide = _bytes.Span[at] >> 4 == 0x6;
        if (_bytes.Span[at] >> 4 is not (0x5 or 0x6) || Length(at) is not (var start, var count))
        {
            return null;
        }

        var bytes = isWide ? count * 2 : count;
        return start + bytes > _bytes.Length ? null
            : (isWide ? Encoding.BigEndianUnicode : Encoding.Latin1).GetString(_bytes.Span.Slice(start, bytes));
    }

    /// <summary>How many there are, in the marker itself or, from 15 on, in a number behind it; and where they begin.</summary>
    private (int Start, int Count)? Length(int at)
    {
        var few = _bytes.Span[at] & 0xF;
        if (few != 0xF)
        {
            return (at + 1, few);
        }

        if (at + 1 >= _bytes.Length || _bytes.Span[at + 1] >> 4 != 0x1)
        {
            return null;
        }

        var size = 1 << (_bytes.Span[at + 1] & 0xF);
        return Number(at + 2, size) is { } count && count >= 0 && count <= _bytes.Length ? (at + 2 + size, (int)count) : null;
    }

    private long? Number(int start, int length)
    {
        if (length is < 1 or > 8 || start < 0 || start + length > _bytes.Length)
        {
            return null;
        }

        long number = 0;
        foreach (var part in _bytes.Span.Slice(start, length))
        {
            number = (number << 8) | part;
        }

        return number;
    }

    private static bool Do(Action write)
    {
        write();
        return true;
    }
}
