namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>Whether a call may start the program that owns the name.</summary>
internal enum Activation
{
    Refused,
    Allowed,
}
