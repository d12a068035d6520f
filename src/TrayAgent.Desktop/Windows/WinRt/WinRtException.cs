namespace TrayAgent.Desktop.Windows.WinRt;

/// <summary>A call of the Windows Runtime failed.</summary>
internal sealed class WinRtException(string step, int result) : Exception(FormattableString.Invariant($"'{step}' failed with 0x{result:X8}"))
{
    public static void ThrowIfFailed(int result, string step)
    {
        if (result < 0)
        {
            throw new WinRtException(step, result);
        }
    }
}
