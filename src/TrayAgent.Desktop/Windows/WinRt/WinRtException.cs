namespace TrayAgent.Desktop.Windows.WinRt;

/// <summary>The Windows Runtime did not do what it was asked.</summary>
internal sealed class WinRtException(string message) : Exception(message)
{
    public WinRtException(string step, int result)
        : this(FormattableString.Invariant($"'{step}' failed with 0x{result:X8}"))
    {
    }

    public static void ThrowIfFailed(int result, string step)
    {
        if (result < 0)
        {
            throw new WinRtException(step, result);
        }
    }
}
