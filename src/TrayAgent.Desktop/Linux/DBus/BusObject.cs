using System.Text;

namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>
/// An object that we export: its one interface, the properties interface, and what introspection tells of them.
/// A call with other types than the declared ones is refused before its handler sees it.
/// </summary>
internal sealed class BusObject(string path, string @interface)
{
    private const string PropertiesInterface = "org.freedesktop.DBus.Properties";
    private const string ErrorPrefix = "org.freedesktop.DBus.Error.";

    private readonly Dictionary<string, (string Signature, Action<MessageWriter> Write)> _properties = [];
    private readonly Dictionary<string, (string In, string Out, Action<MessageReader, MessageWriter> Run)> _methods = [];
    private readonly Dictionary<string, string> _signals = [];

    public string Path => path;

    public string Interface => @interface;

    public void Property(string name, string signature, Action<MessageWriter> write) =>
        _properties[name] = (signature, write);

    public void Property(string name, Func<string> text) => Property(name, "s", value => value.String(text()));

    /// <param name="name">The member.</param>
    /// <param name="arguments">The signature of what comes in.</param>
    /// <param name="results">The signature of what goes out.</param>
    /// <param name="run">Reads and answers; throws <see cref="ArgumentException"/> when it does not like a value.</param>
    public void Method(string name, string arguments, string results, Action<MessageReader, MessageWriter> run) =>
        _methods[name] = (arguments, results, run);

    public void Signal(string name, string arguments) => _signals[name] = arguments;

    public void Answer(MessageReader call)
    {
        try
        {
            switch (call.Interface, call.Member, call.Signature)
            {
                case (PropertiesInterface, "Get", "ss"):
                    Get(call);
                    break;
                case (PropertiesInterface, "GetAll", "s"):
                    BusConnection.Reply(call, All);
                    break;
                case (PropertiesInterface, "Set", "ssv"):
                    BusConnection.ReplyError(call, ErrorPrefix + "PropertyReadOnly", "Every property is read only.");
                    break;
                case ("org.freedesktop.DBus.Introspectable", "Introspect", ""):
                    BusConnection.Reply(call, results => results.String(Introspection()));
                    break;
                default:
                    Invoke(call);
                    break;
            }
        }
        catch (ArgumentException e)
        {
            BusConnection.ReplyError(call, ErrorPrefix + "InvalidArgs", e.Message);
        }
        catch (BusException e)
        {
            BusConnection.ReplyError(call, ErrorPrefix + "Failed", e.Message);
        }
    }

    private void Invoke(MessageReader call)
    {
        // The specification lets a caller leave the interface out.
        var isOurs = call.Interface is "" || call.Interface == @interface;
        if (!isOurs || !_methods.TryGetValue(call.Member, out var method))
        {
            BusConnection.ReplyError(call, ErrorPrefix + "UnknownMethod", $"'{path}' has no such method.");
        }
        else if (call.Signature != method.In)
        {
            BusConnection.ReplyError(call, ErrorPrefix + "InvalidArgs", $"The arguments should be '{method.In}'.");
        }
        else
        {
            BusConnection.Reply(call, results => method.Run(call, results));
        }
    }

    private void Get(MessageReader call)
    {
        call.String();
        if (_properties.TryGetValue(call.String(), out var property))
        {
            BusConnection.Reply(call, results => results.Variant(property.Signature, property.Write));
        }
        else
        {
            BusConnection.ReplyError(call, ErrorPrefix + "UnknownProperty", $"'{path}' has no such property.");
        }
    }

    private void All(MessageWriter results) => results.Array("{sv}", entries =>
    {
        foreach (var (name, property) in _properties)
        {
            entries.Entry(name, property.Signature, property.Write);
        }
    });

    /// <summary>For QDBusInterface, which asks first, and for people with 'busctl introspect'.</summary>
    private string Introspection()
    {
        var xml = new StringBuilder($"<node><interface name=\"{@interface}\">");
        foreach (var (name, method) in _methods)
        {
            xml.Append($"<method name=\"{name}\">");
            Arguments(xml, method.In, " direction=\"in\"");
            Arguments(xml, method.Out, " direction=\"out\"");
            xml.Append("</method>");
        }

        foreach (var (name, arguments) in _signals)
        {
            xml.Append($"<signal name=\"{name}\">");
            Arguments(xml, arguments, "");
            xml.Append("</signal>");
        }

        foreach (var (name, property) in _properties)
        {
            xml.Append($"<property name=\"{name}\" type=\"{property.Signature}\" access=\"read\"/>");
        }

        return xml.Append("</interface></node>").ToString();
    }

    private static void Arguments(StringBuilder xml, string signature, string direction)
    {
        foreach (var type in Signatures.Split(signature))
        {
            xml.Append($"<arg type=\"{type}\"{direction}/>");
        }
    }
}
