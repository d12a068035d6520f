using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.WinRt;

/// <summary>A string of the Windows Runtime.</summary>
internal readonly unsafe ref struct HString : IDisposable
{
    public HString(string text)
    {
        nint handle;
        WinRtException.ThrowIfFailed(Combase.CreateString(text, text.Length, &handle), "WindowsCreateString");
        Handle = handle;
    }

    /// <summary>0 is the empty string.</summary>
    public nint Handle { get; }

    public void Dispose() => _ = Combase.DeleteString(Handle);
}
