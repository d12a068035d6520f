using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>sd-bus refused a call; stays inside the adapter.</summary>
internal sealed class BusException(string message) : Exception(message)
{
    /// <summary>sd-bus returns a negative errno.</summary>
    public static int Check(int result) =>
        result >= 0 ? result : throw new BusException(Marshal.GetPInvokeErrorMessage(-result));
}
