using System.Runtime.InteropServices;
using TrayAgent.Desktop.Linux.DBus.Native;

namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>A connection to one bus. Only the thread of its <see cref="BusLoop"/> may touch it.</summary>
internal sealed unsafe class BusConnection : IDisposable
{
    /// <summary>So many messages of one bus before the other bus and our own work get their turn.</summary>
    private const int MessagesPerTurn = 64;

    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);

    private readonly Action<string> _tell;
    private nint _bus;

    private BusConnection(nint bus, string address, Action<string> tell)
    {
        _bus = bus;
        _tell = tell;
        Address = address;
    }

    public string Address { get; }

    /// <summary>Known after the first answer; asking earlier would wait for the bus.</summary>
    public string UniqueName =>
        SdBus.GetUniqueName(_bus, out var name) >= 0 ? Marshal.PtrToStringUTF8(name) ?? "" : "";

    /// <summary>Begins to connect and returns at once.</summary>
    /// <exception cref="BusException">Nobody listens at the address.</exception>
    public static BusConnection Open(string address, Action<string> tell)
    {
        BusException.Check(SdBus.New(out var bus));
        var connection = new BusConnection(bus, address, tell);
        try
        {
            BusException.Check(SdBus.SetAddress(bus, address));
            BusException.Check(SdBus.SetBusClient(bus, 1));
            BusException.Check(SdBus.Start(bus));
            return connection;
        }
        catch (BusException)
        {
            connection.Dispose();
            throw;
        }
    }

    public void Call(
        BusTarget target,
        string member,
        Action<MessageWriter>? arguments,
        Action<MessageReader> reply,
        Activation activation = Activation.Refused)
    {
        BusException.Check(
            SdBusMessage.NewMethodCall(_bus, out var message, target.Name, target.Path, target.Interface, member));
        var number = Callbacks.Add(this, reply);
        try
        {
            BusException.Check(SdBusMessage.SetAutoStart(message, activation == Activation.Allowed ? 1 : 0));
            arguments?.Invoke(new MessageWriter(message));
            var limit = (ulong)CallLimit.TotalMicroseconds;
            BusException.Check(SdBus.CallAsync(_bus, 0, message, Callbacks.Reply, number, limit));
        }
        catch
        {
            Callbacks.Remove(number);
            throw;
        }
        finally
        {
            SdBusMessage.Unref(message);
        }
    }

    public void Emit(string path, string @interface, string member, Action<MessageWriter>? arguments = null)
    {
        BusException.Check(SdBusMessage.NewSignal(_bus, out var message, path, @interface, member));
        SendAndFree(message, arguments);
    }

    /// <summary>The daemon filters by the rule, but anybody can send to us directly: check the sender.</summary>
    public void Match(string rule, Action<MessageReader> handle) =>
        BusException.Check(
            SdBus.AddMatchAsync(_bus, 0, rule, Callbacks.Signal, Callbacks.Installed, Callbacks.Add(this, handle)));

    public void Export(BusObject @object) =>
        BusException.Check(SdBus.AddObject(
            _bus, 0, @object.Path, Callbacks.MethodCall, Callbacks.Add(this, @object.Answer)));

    public static void Reply(MessageReader call, Action<MessageWriter> results)
    {
        BusException.Check(SdBusMessage.NewMethodReturn(call.Message, out var message));
        SendAndFree(message, results);
    }

    public static void ReplyError(MessageReader call, string name, string text)
    {
        var (nameText, messageText) = (Marshal.StringToCoTaskMemUTF8(name), Marshal.StringToCoTaskMemUTF8(text));
        try
        {
            BusException.Check(SdBus.ReplyMethodError(call.Message, new SdBusError(nameText, messageText)));
        }
        finally
        {
            Marshal.FreeCoTaskMem(nameText);
            Marshal.FreeCoTaskMem(messageText);
        }
    }

    /// <summary>Handles what has arrived, up to a limit.</summary>
    /// <returns>Whether there may be more at once.</returns>
    /// <exception cref="BusException">The connection is lost.</exception>
    public bool Process()
    {
        for (var i = 0; i < MessagesPerTurn; i++)
        {
            if (BusException.Check(SdBus.Process(_bus, 0)) == 0)
            {
                return SdBus.IsOpen(_bus) > 0 ? false : throw new BusException("the connection was closed");
            }
        }

        return true;
    }

    public PollFd ToPoll() => new() { Descriptor = SdBus.GetFd(_bus), Events = (short)SdBus.GetEvents(_bus) };

    /// <summary>When a call runs out of time: microseconds of the monotonic clock, or null for never.</summary>
    public ulong? Deadline() =>
        SdBus.GetTimeout(_bus, out var microseconds) > 0 && microseconds != ulong.MaxValue ? microseconds : null;

    public void Report(Exception e) => _tell($"A message on '{Address}' was not handled: {e.Message}");

    public void Dispose()
    {
        Callbacks.RemoveAll(this);
        if (_bus != 0)
        {
            SdBus.Close(_bus);
            SdBus.Unref(_bus);
            _bus = 0;
        }
    }

    private static void SendAndFree(nint message, Action<MessageWriter>? write)
    {
        try
        {
            write?.Invoke(new MessageWriter(message));
            BusException.Check(SdBus.Send(0, message, 0));
        }
        finally
        {
            SdBusMessage.Unref(message);
        }
    }
}
