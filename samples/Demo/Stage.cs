using System.ComponentModel;
using TrayAgent.Loopback;

namespace TrayAgent.Demo;

/// <summary>What both stories need: the identity centre, the temporary home, and the program as it behaves in it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly Afterwards _afterwards;
    private DemoAgent? _agent;

    private Stage(string binary, IdentityCentre centre, DemoHome home, Afterwards afterwards)
    {
        Centre = centre;
        Home = home;
        Program = new TrayAgentProgram(binary, home.Environment);
        _afterwards = afterwards;
    }

    public IdentityCentre Centre { get; }

    public DemoHome Home { get; }

    public TrayAgentProgram Program { get; }

    public DemoAgent Agent => _agent ?? throw new InvalidOperationException("The agent has not been started.");

    public static async Task<Stage> SetAsync(string binary, PageReader reader, Afterwards afterwards)
    {
        if (!File.Exists(binary))
        {
            throw new DemoException($"'{binary}' was not found. Run the demo with 'dotnet run build.cs -- demo', which builds it.");
        }

        var centre = await IdentityCentre.StartAsync();
        return new Stage(binary, centre, DemoHome.Create(centre.BaseUrl, reader), afterwards);
    }

    /// <summary>How long the portal sessions last that begin from now on.</summary>
    public void SessionsLast(TimeSpan length) => Centre.Options = Centre.Options with { PortalSessionLength = length };

    public void StartAgent(params string[] options)
    {
        try
        {
            _agent = DemoAgent.Start(Program.Path, Home, options);
        }
        catch (Win32Exception e)
        {
            throw new DemoException($"'{Program.Path}' could not be started: {e.Message}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_agent?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Centre.DisposeAsync();
        if (_afterwards == Afterwards.Removed)
        {
            Home.Remove();
        }
    }
}
