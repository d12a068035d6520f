using System.Security;
using System.Xml;
using System.Xml.Linq;

namespace TrayAgent.Desktop.Mac;

/// <summary>
/// A property list that launchd reads when the person logs in.
/// https://developer.apple.com/library/archive/documentation/MacOSX/Conceptual/BPSystemStartup/Chapters/CreatingLaunchdJobs.html
/// </summary>
internal sealed class LaunchAgent : IAutostart
{
    private const string Label = "dev.trayagent.agent";

    private readonly AutostartFile _file;

    /// <param name="home">Full path.</param>
    public LaunchAgent(string home)
    {
        Location = Path.Join(home, "Library", "LaunchAgents", $"{Label}.plist");
        _file = new AutostartFile(Location, text => Value(text, "Label") == Label);
    }

    public string Location { get; }

    public AutostartState State =>
        !_file.IsThere ? AutostartState.Off
        : _file.Read() is { } text && Value(text, "Label") == Label && Value(text, "Disabled") != "true" ? AutostartState.On
        : AutostartState.DisabledElsewhere;

    public string? Program => _file.Read() is { } text && Element(text, "ProgramArguments")?.Element("string")?.Value is ['/', ..] program ? program : null;

    // Restarted after a crash, but not after "Quit"; only where there is a screen.
    public void TurnOn(string executable) => _file.Write($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>Label</key>
          <string>{Label}</string>
          <key>ProgramArguments</key>
          <array>
            <string>{SecurityElement.Escape(executable)}</string>
            <string>run</string>
          </array>
          <key>RunAtLoad</key>
          <true/>
          <key>KeepAlive</key>
          <dict>
            <key>SuccessfulExit</key>
            <false/>
          </dict>
          <key>LimitLoadToSessionType</key>
          <string>Aqua</string>
          <key>ProcessType</key>
          <string>Background</string>
        </dict>
        </plist>

        """);

    public void TurnOff() => _file.Delete();

    /// <summary>The text, or for <c>&lt;true/&gt;</c> the name, of a key's value; null: there is none, or it is no property list.</summary>
    private static string? Value(string text, string key) => Element(text, key) switch
    {
        null => null,
        { IsEmpty: true } value => value.Name.LocalName,
        var value => value.Value,
    };

    private static XElement? Element(string text, string key)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return XDocument.Load(reader).Root?.Element("dict")?.Elements("key")
                .FirstOrDefault(element => element.Value == key)?.ElementsAfterSelf().FirstOrDefault();
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
