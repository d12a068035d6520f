using TrayAgent.Desktop.Linux.DBus;

namespace TrayAgent.Desktop.Linux.Session;

/// <summary>
/// Sleep, lock and the end of the session, as logind tells them.
/// https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
/// </summary>
internal sealed class Logind
{
    private const string Name = "org.freedesktop.login1";
    private const string ManagerInterface = Name + ".Manager";
    private const string SessionInterface = Name + ".Session";
    private const string UserInterface = Name + ".User";
    private static readonly BusTarget Manager = new(Name, "/org/freedesktop/login1", ManagerInterface);

    private readonly BusConnection _bus;
    private readonly NameOwner _owner;
    private readonly LockState _lockState;
    private readonly Action<DesktopEvent> _happened;
    private readonly string? _sessionId;
    private string? _sessionPath;

    /// <param name="bus">The system bus.</param>
    /// <param name="sessionId">XDG_SESSION_ID; a user service has none.</param>
    /// <param name="lockState">Hears of locks.</param>
    /// <param name="happened">Hears of sleep and of the session's end.</param>
    public Logind(BusConnection bus, string? sessionId, LockState lockState, Action<DesktopEvent> happened)
    {
        (_bus, _sessionId, _lockState, _happened) = (bus, sessionId, lockState, happened);
        _owner = new NameOwner(bus, Name);
        _owner.Hear(ManagerInterface, "PrepareForSleep", PrepareForSleep);
        _owner.Hear(ManagerInterface, "SessionRemoved", SessionRemoved);
        _owner.Hear(SessionInterface, "Lock", signal => OfOurSession(signal, () => lockState.Lock()));
        _owner.Hear(SessionInterface, "Unlock", signal => OfOurSession(signal, () => lockState.Unlock()));
        _owner.Hear("org.freedesktop.DBus.Properties", "PropertiesChanged", PropertiesChanged);
        _owner.Follow(OwnerChanged);
    }

    private void OwnerChanged()
    {
        if (_owner.Current is null)
        {
            return;
        }

        if (_sessionId is { Length: > 0 })
        {
            _bus.Call(
                Manager,
                "GetSession",
                question => question.String(_sessionId),
                answer => Found(answer, AskByProcess));
        }
        else
        {
            AskByProcess();
        }
    }

    private void AskByProcess() => _bus.Call(
        Manager,
        "GetSessionByPID",
        question => question.UInt32((uint)Environment.ProcessId),
        answer => Found(answer, AskForDisplay));

    /// <summary>A user service belongs to no session; the user's graphical one is meant then.</summary>
    private void AskForDisplay() => _bus.Call(
        new BusTarget(Name, "/org/freedesktop/login1/user/self", UserInterface).Properties,
        "Get",
        question =>
        {
            question.String(UserInterface);
            question.String("Display");
        },
        answer =>
        {
            if (answer is { Error: null, Signature: "v" } && answer.VariantNamedPath() is { } path)
            {
                Become(path);
            }
        });

    private void Found(MessageReader answer, Action otherwise)
    {
        if (answer is { Error: null, Signature: "o" })
        {
            Become(answer.ObjectPath());
        }
        else
        {
            otherwise();
        }
    }

    private void Become(string sessionPath)
    {
        _sessionPath = sessionPath;
        _bus.Call(
            new BusTarget(Name, sessionPath, SessionInterface).Properties,
            "Get",
            question =>
            {
                question.String(SessionInterface);
                question.String("LockedHint");
            },
            answer =>
            {
                if (answer is { Error: null, Signature: "v" } && answer.VariantBoolean() == true)
                {
                    _lockState.Lock();
                }
            });
    }

    private void Apply(bool? lockedHint)
    {
        switch (lockedHint)
        {
            case true:
                _lockState.Lock();
                break;
            case false:
                _lockState.Unlock();
                break;
        }
    }

    private void PrepareForSleep(MessageReader signal)
    {
        if (signal.Signature == "b")
        {
            _happened(signal.Boolean() ? new DesktopEvent.GoingToSleep() : new DesktopEvent.Woke());
        }
    }

    private void SessionRemoved(MessageReader signal)
    {
        if (signal.Signature == "so")
        {
            signal.String();
            if (signal.ObjectPath() == _sessionPath)
            {
                _happened(new DesktopEvent.SessionEnding());
            }
        }
    }

    private void OfOurSession(MessageReader signal, Action then)
    {
        if (signal.Path == _sessionPath)
        {
            then();
        }
    }

    private void PropertiesChanged(MessageReader signal)
    {
        if (signal.Path != _sessionPath || signal.Signature != "sa{sv}as")
        {
            return;
        }

        signal.String();
        signal.Entries((name, value) =>
        {
            if (name != "LockedHint")
            {
                value.SkipVariant();
            }
            else
            {
                Apply(value.VariantBoolean());
            }
        });
    }
}
