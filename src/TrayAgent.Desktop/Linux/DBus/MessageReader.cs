using System.Runtime.InteropServices;
using TrayAgent.Desktop.Linux.DBus.Native;

namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>
/// A received message; valid during the callback that hands it over.
/// Whoever reads compares <see cref="Signature"/> first: then no value can be of another type.
/// </summary>
internal readonly unsafe struct MessageReader(nint message)
{
    public nint Message => message;

    public string Signature => Text(SdBusMessage.GetSignature(message, 1));

    public string Sender => Text(SdBusMessage.GetSender(message));

    public string Path => Text(SdBusMessage.GetPath(message));

    public string Interface => Text(SdBusMessage.GetInterface(message));

    public string Member => Text(SdBusMessage.GetMember(message));

    /// <summary>What went wrong, when this is the answer to a call that failed; null when it worked.</summary>
    public string? Error
    {
        get
        {
            if (SdBusMessage.IsMethodError(message, 0) <= 0)
            {
                return null;
            }

            var error = SdBusMessage.GetError(message);
            return error == null ? "unknown error" : $"{Text(error->Name)}: {Text(error->Message)}";
        }
    }

    public string String() => TextOf('s');

    public string ObjectPath() => TextOf('o');

    public int Int32()
    {
        var value = 0;
        BusException.Check(SdBusMessage.ReadBasic(message, (byte)'i', &value));
        return value;
    }

    public uint UInt32()
    {
        var value = 0u;
        BusException.Check(SdBusMessage.ReadBasic(message, (byte)'u', &value));
        return value;
    }

    public bool Boolean()
    {
        var value = 0;
        BusException.Check(SdBusMessage.ReadBasic(message, (byte)'b', &value));
        return value != 0;
    }

    /// <summary>The value of a variant that should hold a truth value; null when it holds something else.</summary>
    public bool? VariantBoolean()
    {
        BusException.Check(SdBusMessage.PeekType(message, out _, out var contents));
        if (Text(contents) != "b")
        {
            SkipVariant();
            return null;
        }

        return Inside('v', "b", value => value.Boolean());
    }

    /// <summary>The path in a variant that holds a name and a path; null when it holds something else.</summary>
    public string? VariantNamedPath()
    {
        BusException.Check(SdBusMessage.PeekType(message, out _, out var contents));
        if (Text(contents) != "(so)")
        {
            SkipVariant();
            return null;
        }

        return Inside('v', "(so)", value => value.Inside('r', "so", pair =>
        {
            pair.String();
            return pair.ObjectPath();
        }));
    }

    public void SkipVariant()
    {
        fixed (byte* type = "v"u8)
        {
            BusException.Check(SdBusMessage.Skip(message, (nint)type));
        }
    }

    public List<int> Int32s() => Elements("i", reader => reader.Int32());

    public List<string> Strings() => Elements("s", reader => reader.String());

    public List<T> Structs<T>(string members, Func<MessageReader, T> read) =>
        Elements($"({members})", reader => reader.Inside('r', members, read));

    /// <summary>Walks through <c>a{sv}</c>; <paramref name="read"/> has to consume the variant.</summary>
    public void Entries(Action<string, MessageReader> read) => Elements(
        "{sv}",
        reader => reader.Inside('e', "sv", entry =>
        {
            read(entry.String(), entry);
            return 0;
        }));

    private List<T> Elements<T>(string contents, Func<MessageReader, T> read)
    {
        var items = new List<T>();
        BusException.Check(SdBusMessage.EnterContainer(message, (byte)'a', contents));
        while (BusException.Check(SdBusMessage.PeekType(message, out _, out _)) > 0)
        {
            items.Add(read(this));
        }

        BusException.Check(SdBusMessage.ExitContainer(message));
        return items;
    }

    private T Inside<T>(char type, string contents, Func<MessageReader, T> read)
    {
        BusException.Check(SdBusMessage.EnterContainer(message, (byte)type, contents));
        var value = read(this);
        BusException.Check(SdBusMessage.ExitContainer(message));
        return value;
    }

    private string TextOf(char type)
    {
        nint characters = 0;
        BusException.Check(SdBusMessage.ReadBasic(message, (byte)type, &characters));
        return Text(characters);
    }

    private static string Text(nint characters) => Marshal.PtrToStringUTF8(characters) ?? "";
}
