namespace TrayAgent.EndToEnd.Tests.Desktop;

/// <summary>The files that make Xfce small and predictable.</summary>
internal static class XfceSettings
{
    /// <summary>One panel along the upper edge with nothing but the tray.</summary>
    public const string Panel = """
        <?xml version="1.0" encoding="UTF-8"?>
        <channel name="xfce4-panel" version="1.0">
          <property name="configver" type="int" value="2"/>
          <property name="panels" type="array">
            <value type="int" value="1"/>
            <property name="dark-mode" type="bool" value="true"/>
            <property name="panel-1" type="empty">
              <property name="position" type="string" value="p=6;x=0;y=0"/>
              <property name="position-locked" type="bool" value="true"/>
              <property name="length" type="uint" value="100"/>
              <property name="size" type="uint" value="30"/>
              <property name="icon-size" type="uint" value="22"/>
              <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
            </property>
          </property>
          <property name="plugins" type="empty">
            <property name="plugin-1" type="string" value="systray">
              <property name="square-icons" type="bool" value="true"/>
            </property>
          </property>
        </channel>
        """;

    /// <summary>Notices appear at once, opaque, in the lower right corner.</summary>
    public const string Notifyd = """
        <?xml version="1.0" encoding="UTF-8"?>
        <channel name="xfce4-notifyd" version="1.0">
          <property name="notify-location" type="uint" value="3"/>
          <property name="do-fadeout" type="bool" value="false"/>
          <property name="do-slideout" type="bool" value="false"/>
          <property name="initial-opacity" type="double" value="1.0"/>
          <property name="primary-monitor" type="uint" value="0"/>
        </channel>
        """;

    public static string Bus(string folder) => $"""
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>unix:tmpdir={folder}</listen>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """;
}
