"""Says to one connection everything that a program should not say: attacker.py NAME."""

import sys

import dbus
from dbus.lowlevel import MethodCallMessage, SignalMessage

bus = dbus.SessionBus()
target = sys.argv[1]
sent = 0


def call(path, interface, member, signature, *values):
    global sent
    message = MethodCallMessage(target, path, interface, member)
    message.append(*values, signature=signature)
    bus.send_message(message)
    sent += 1


def signal(path, interface, member, signature, *values):
    message = SignalMessage(path, interface, member)
    message.set_destination(target)
    message.append(*values, signature=signature)
    bus.send_message(message)


long = "x" * 100_000
for i in range(1000):
    call("/MenuBar", "com.canonical.dbusmenu", "Event", "isvu", i * 7919 - 500, "clicked", dbus.String(""), 0)
    call("/MenuBar", "com.canonical.dbusmenu", "Event", "s", "clicked")
    call("/MenuBar", "com.canonical.dbusmenu", "GetLayout", "iias", -i - 1, i, ["label"])
for i in range(20):
    call("/MenuBar", "com.canonical.dbusmenu", "Event", "isvu", 1, long, dbus.String(long), 0)
    call("/MenuBar", "com.canonical.dbusmenu", "GetProperty", "is", 0, long)
    call("/MenuBar", "com.canonical.dbusmenu", "GetGroupProperties", "aias", list(range(20_000)), [long])
    call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", long, long)
    call("/StatusNotifierItem", "org.kde.StatusNotifierItem", "Scroll", "is", 1, long)
    call("/StatusNotifierItem", "org.kde.StatusNotifierItem", "Activate", "(ii)", (1, 2))
    call("/nowhere", "org.kde.StatusNotifierItem", "Activate", "ii", 1, 2)
    call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Set", "ssv", "", "Id", dbus.String("evil"))

# Signals that only others may send: the daemon delivers what is addressed to somebody directly.
server = "org.freedesktop.Notifications"
for i in range(1, 10):
    for action in ("default", "1-1", "1-0"):
        signal("/org/freedesktop/Notifications", server, "ActionInvoked", "us", i, action)
    signal("/org/freedesktop/Notifications", server, "ActionInvoked", "s", "1-0")
    signal("/org/freedesktop/Notifications", server, "NotificationClosed", "uu", i, 2)
signal("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "b", True)
signal("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b", True)
for name in ("org.kde.StatusNotifierWatcher", server, "org.freedesktop.login1"):
    signal("/org/freedesktop/DBus", "org.freedesktop.DBus", "NameOwnerChanged", "sss", name, "", bus.get_unique_name())

bus.flush()
print(f"sent {sent} calls")
