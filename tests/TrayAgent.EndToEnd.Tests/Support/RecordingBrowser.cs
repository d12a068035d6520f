using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Loopback.Browser;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>The person's browser: it writes down the page that it shall open, and the test decides what is done there.</summary>
internal sealed class RecordingBrowser : IDisposable
{
    private const string Entry = "recording-browser.desktop";

    private readonly FormBrowser _person = new();
    private readonly string _command;
    private int _seen;

    public RecordingBrowser(string folder)
    {
        PagesFile = Path.Combine(folder, "opened-pages");
        EnvironmentFile = Path.Combine(folder, "browser-environment");
        _command = Path.Combine(folder, "browser");
        File.WriteAllText(_command, $"#!/bin/sh\nprintf '%s\\n' \"$@\" >> '{PagesFile}'\ncat /proc/$$/environ >> '{EnvironmentFile}'\n");
        File.SetUnixFileMode(_command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string PagesFile { get; }

    /// <summary>What it was started with.</summary>
    public string EnvironmentFile { get; }

    /// <summary>Every page that was opened, in order.</summary>
    public IReadOnlyList<string> Pages => File.Exists(PagesFile) ? File.ReadAllLines(PagesFile) : [];

    /// <summary>With a screen xdg-open asks the desktop's own setting first; without one it takes $BROWSER.</summary>
    public void BecomeDefault(Dictionary<string, string> environment)
    {
        environment["BROWSER"] = _command;
        MachineFiles.Write(
            Path.Combine(environment["XDG_DATA_HOME"], "applications", Entry),
            $"[Desktop Entry]\nType=Application\nName=Browser\nExec={_command} %u\nTerminal=false\n");
        MachineFiles.Write(
            Path.Combine(environment["XDG_CONFIG_HOME"], "mimeapps.list"),
            $"[Default Applications]\nx-scheme-handler/http={Entry}\nx-scheme-handler/https={Entry}\n");
    }

    /// <summary>Waits for the next page to be opened.</summary>
    public async Task<Uri> NextAsync()
    {
        await Until.TrueAsync(() => Pages.Count > _seen, "a page is opened in the browser");
        return new Uri(Pages[_seen++]);
    }

    /// <summary>A person approves on the next page; without a screen, and remembered by the page as a browser is.</summary>
    public async Task ApproveNextAsync() => await ApproveAsync(await NextAsync());

    public Task ApproveAsync(Uri page) => _person.ApproveAsync(page, TestContext.Current.CancellationToken);

    public async Task DenyNextAsync() =>
        await _person.DenyAsync(await NextAsync(), TestContext.Current.CancellationToken);

    public void Dispose() => _person.Dispose();
}
