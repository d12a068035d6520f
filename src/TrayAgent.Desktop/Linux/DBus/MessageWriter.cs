using System.Text;
using TrayAgent.Desktop.Linux.DBus.Native;

namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>Appends values to a message that is not sent yet.</summary>
internal readonly unsafe struct MessageWriter(nint message)
{
    public void String(string value) => Text('s', value);

    public void ObjectPath(string value) => Text('o', value);

    public void Int32(int value) => BusException.Check(SdBusMessage.AppendBasic(message, (byte)'i', &value));

    public void UInt32(uint value) => BusException.Check(SdBusMessage.AppendBasic(message, (byte)'u', &value));

    public void Byte(byte value) => BusException.Check(SdBusMessage.AppendBasic(message, (byte)'y', &value));

    public void Boolean(bool value)
    {
        var number = value ? 1 : 0;
        BusException.Check(SdBusMessage.AppendBasic(message, (byte)'b', &number));
    }

    public void Bytes(ReadOnlySpan<byte> values)
    {
        fixed (byte* first = values)
        {
            BusException.Check(SdBusMessage.AppendArray(message, (byte)'y', first, (nuint)values.Length));
        }
    }

    public void Array(string contents, Action<MessageWriter> items) => Container('a', contents, items);

    public void Struct(string contents, Action<MessageWriter> members) => Container('r', contents, members);

    public void Variant(string signature, Action<MessageWriter> value) => Container('v', signature, value);

    /// <summary>One entry of <c>a{sv}</c>.</summary>
    public void Entry(string key, string signature, Action<MessageWriter> value) => Container('e', "sv", entry =>
    {
        entry.String(key);
        entry.Variant(signature, value);
    });

    private void Container(char type, string contents, Action<MessageWriter> write)
    {
        BusException.Check(SdBusMessage.OpenContainer(message, (byte)type, contents));
        write(this);
        BusException.Check(SdBusMessage.CloseContainer(message));
    }

    private void Text(char type, string value)
    {
        // sd-bus takes the characters themselves where it takes a pointer to any other value.
        fixed (byte* characters = Encoding.UTF8.GetBytes(value + '\0'))
        {
            BusException.Check(SdBusMessage.AppendBasic(message, (byte)type, characters));
        }
    }
}
