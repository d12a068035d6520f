using System.Runtime.InteropServices;
using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.WinRt;

/// <summary>
/// One reference to an object, called by the places of its methods in the table: 0 to 2 are IUnknown's, 3 to 5 IInspectable's.
/// </summary>
internal sealed unsafe class WinRtObject : IDisposable
{
    private nint _object;

    private WinRtObject(nint reference) => _object = reference;

    /// <exception cref="WinRtException">There is no such class here.</exception>
    public static WinRtObject New(string className)
    {
        using var name = new HString(className);
        nint instance;
        WinRtException.ThrowIfFailed(Combase.ActivateInstance(name.Handle, &instance), $"RoActivateInstance {className}");
        return new WinRtObject(instance);
    }

    /// <exception cref="WinRtException">There is no such class here.</exception>
    public static WinRtObject Factory(string className, Guid interfaceId)
    {
        using var name = new HString(className);
        nint factory;
        WinRtException.ThrowIfFailed(
            Combase.GetActivationFactory(name.Handle, &interfaceId, &factory), $"RoGetActivationFactory {className}");
        return new WinRtObject(factory);
    }

    /// <exception cref="WinRtException">It has no such face.</exception>
    public WinRtObject As(Guid interfaceId)
    {
        WinRtException.ThrowIfFailed(Marshal.QueryInterface(_object, in interfaceId, out var other), "QueryInterface");
        return new WinRtObject(other);
    }

    /// <summary>Somebody else's reference, for which a further one is taken.</summary>
    public static WinRtObject Of(nint borrowed)
    {
        Marshal.AddRef(borrowed);
        return new WinRtObject(borrowed);
    }

    public void Call(int slot, string step, nint argument) => WinRtException.ThrowIfFailed(
        ((delegate* unmanaged<nint, nint, int>)Slot(slot))(_object, argument), step);

    public void Call(int slot, string step, WinRtObject argument) => Call(slot, step, argument._object);

    public void Call(int slot, string step, string text)
    {
        using var argument = new HString(text);
        Call(slot, step, argument.Handle);
    }

    public void Call(int slot, string step, string first, string second, string third)
    {
        using var one = new HString(first);
        using var two = new HString(second);
        using var three = new HString(third);
        WinRtException.ThrowIfFailed(
            ((delegate* unmanaged<nint, nint, nint, nint, int>)Slot(slot))(_object, one.Handle, two.Handle, three.Handle), step);
    }

    public WinRtObject Get(int slot, string step)
    {
        nint result;
        Call(slot, step, (nint)(&result));
        return new WinRtObject(result);
    }

    public WinRtObject Get(int slot, string step, WinRtObject argument) => Get(slot, step, argument._object);

    public WinRtObject Get(int slot, string step, string text)
    {
        using var argument = new HString(text);
        return Get(slot, step, argument.Handle);
    }

    public int GetNumber(int slot, string step)
    {
        int result;
        Call(slot, step, (nint)(&result));
        return result;
    }

    /// <summary>Events are heard until the object is gone: the token to take it back is not kept.</summary>
    /// <param name="handler">A reference to it, which is used up.</param>
    public void Hear(int slot, string step, nint handler)
    {
        long token;
        var result = ((delegate* unmanaged<nint, nint, long*, int>)Slot(slot))(_object, handler, &token);
        Marshal.Release(handler);
        WinRtException.ThrowIfFailed(result, step);
    }

    public void Dispose()
    {
        if (_object != 0)
        {
            Marshal.Release(_object);
            _object = 0;
        }
    }

    private WinRtObject Get(int slot, string step, nint argument)
    {
        nint result;
        WinRtException.ThrowIfFailed(((delegate* unmanaged<nint, nint, nint*, int>)Slot(slot))(_object, argument, &result), step);
        return new WinRtObject(result);
    }

    private void* Slot(int slot) => (*(void***)_object)[slot];
}
