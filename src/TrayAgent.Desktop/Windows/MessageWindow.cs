using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows;

/// <summary>
/// A hidden window with a thread of its own, which sleeps until Windows or <see cref="Post"/> has something for it.
/// It is top-level: what Windows tells everybody does not reach a message-only window.
/// </summary>
/// <param name="opened">Called with the handle, on the window's thread, as everything else.</param>
/// <param name="handle">Null: Windows does with the message what is usual.</param>
/// <param name="closing">Called before the window goes.</param>
/// <param name="tell">Hears sentences for the log.</param>
internal sealed unsafe class MessageWindow(
    Action<nint> opened, Func<WindowMessage, nint?> handle, Action closing, Action<string> tell) : IAsyncDisposable
{
    /// <summary>Installers find the running agent by it, and send WM_CLOSE.</summary>
    public const string ClassName = "TrayAgent";

    private const uint WorkPosted = WindowMessage.FirstOwn + 1;

    /// <summary>Windows calls the procedure of a window on the thread that made it.</summary>
    [ThreadStatic]
    private static MessageWindow? _ofThisThread;

    private readonly ConcurrentQueue<Action> _work = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _disposing = new();
    private volatile nint _window;
    private int _isWoken;
    private bool _isClosed;

    public void Start() => new Thread(Run) { IsBackground = true, Name = "Windows desktop" }.Start();

    /// <summary>Runs <paramref name="work"/> on the window's thread; from any thread, never waits.</summary>
    public void Post(Action work)
    {
        _work.Enqueue(work);
        if (_window != 0 && Interlocked.Exchange(ref _isWoken, 1) == 0)
        {
            _ = User32.PostMessage(_window, WorkPosted, 0, 0);
        }
    }

    /// <summary>
    /// On the window's thread, when returning would let Windows end the process: until <see cref="DisposeAsync"/> is called, and then
    /// until the process is gone.
    /// </summary>
    public void StayUntilDisposed(TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        if (_disposing.Wait(limit))
        {
            Close();
            _ended.TrySetResult();
            Thread.Sleep(limit - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } left ? left : TimeSpan.Zero);
        }
    }

    public ValueTask DisposeAsync()
    {
        _disposing.Set();
        Post(Close);
        return new ValueTask(_ended.Task);
    }

    private void Run()
    {
        try
        {
            _ofThisThread = this;
            Open();
            Guarded(() => opened(_window));
            RunWork();
            Pump();
        }
        catch (Exception e) when (e is Win32Exception or DllNotFoundException or EntryPointNotFoundException)
        {
            tell($"There is no tray icon and there are no notices: {e.Message}. Start the agent in the desktop session of a person.");
        }
        finally
        {
            _window = 0;
            _ended.TrySetResult();
        }
    }

    private void Open()
    {
        _ = User32.SetThreadDpiAwareness(User32.PerMonitorV2);
        fixed (char* name = ClassName)
        {
            var instance = NativeLibrary.GetMainProgramHandle();
            var description = new WindowClass
            {
                Size = (uint)sizeof(WindowClass),
                Procedure = &Procedure,
                Instance = instance,
                ClassName = name,
            };
            if (User32.RegisterClass(&description) == 0)
            {
                throw new Win32Exception();
            }

            _window = User32.CreateWindow(0, name, name, 0, 0, 0, 0, 0, 0, 0, instance, 0);
            if (_window == 0)
            {
                throw new Win32Exception();
            }
        }
    }

    private static void Pump()
    {
        QueuedMessage message;
        while (User32.GetMessage(&message, 0, 0, 0) > 0)
        {
            _ = User32.TranslateMessage(&message);
            _ = User32.DispatchMessage(&message);
        }
    }

    [UnmanagedCallersOnly]
    private static nint Procedure(nint window, uint message, nint wParam, nint lParam) =>
        _ofThisThread?.Receive(new WindowMessage(message, wParam, lParam)) ?? User32.DefaultProcedure(window, message, wParam, lParam);

    private nint? Receive(WindowMessage message)
    {
        switch (message.Id)
        {
            case WorkPosted:
                RunWork();
                return 0;
            case WindowMessage.Destroy:
                User32.PostQuitMessage(0);
                return 0;
            default:
                nint? answer = null;
                Guarded(() => answer = handle(message));
                return answer;
        }
    }

    private void RunWork()
    {
        // First the mark, then the work: what is posted in between wakes the thread once too often, not once too little.
        Interlocked.Exchange(ref _isWoken, 0);

        // Only what is there now, so that work that posts work cannot keep Windows waiting.
        for (var count = _work.Count; count > 0 && _work.TryDequeue(out var work); count--)
        {
            Guarded(work);
        }
    }

    private void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            Guarded(closing);
            _ = Menus.End();
            _ = User32.DestroyWindow(_window);
        }
    }

    private void Guarded(Action work)
    {
        try
        {
            work();
        }
#pragma warning disable CA1031 // The outermost frame: nothing may fly through Windows, and one piece of work may fail.
        catch (Exception e)
#pragma warning restore CA1031
        {
            tell($"The desktop did not take a request: {e.Message}");
        }
    }
}
