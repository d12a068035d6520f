"""A notification server for python3-dbusmock."""

BUS_NAME = "org.freedesktop.Notifications"
MAIN_OBJ = "/org/freedesktop/Notifications"
MAIN_IFACE = "org.freedesktop.Notifications"
SYSTEM_BUS = False


def load(mock, parameters):
    mock.next_id = parameters.get("first", 1)
    capabilities = parameters.get("capabilities", "body body-markup actions").split()
    name = parameters.get("name", "mock")
    closing = "self.EmitSignal('', 'NotificationClosed', 'uu', [args[0], 3])" if parameters.get("closes", True) else ""
    mock.AddMethods(MAIN_IFACE, [
        ("GetCapabilities", "", "as", f"ret = {capabilities!r}"),
        ("GetServerInformation", "", "ssss", f"ret = ({name!r}, 'test', '1', '1.2')"),
        ("CloseNotification", "u", "", closing),
        ("Notify", "susssasa{sv}i", "u",
         "ret = args[1] or self.next_id\nself.next_id = max(self.next_id, ret + 1)"),
    ])
