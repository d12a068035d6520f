using System.ComponentModel;
using System.Diagnostics;

namespace TrayAgent.Desktop.Linux;

/// <summary>Opens a page in the person's browser by xdg-open, which knows the desktop's setting and $BROWSER.</summary>
/// <param name="environment">Looks up an environment variable.</param>
internal sealed class BrowserOpener(Func<string, string?> environment)
{
    private static readonly TimeSpan TimeToFail = TimeSpan.FromSeconds(2);
    private static readonly string[] Openers = ["xdg-open", "x-www-browser", "sensible-browser"];

    /// <summary>
    /// A session of its own, so that Ctrl+C in our terminal does not end the browser;
    /// no terminal, so that the browser's chatter does not land in it.
    /// The page is an argument, never part of the script.
    /// </summary>
    private const string Script =
        """if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; else exec "$@"; fi </dev/null >/dev/null 2>&1""";

    /// <summary>Null when a page can be opened, as far as one can tell beforehand.</summary>
    public BrowserOutcome.NoBrowser? WhatIsMissing() => Find(out var reason) is null ? new(reason) : null;

    public async Task<BrowserOutcome> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        if (Find(out var reason) is not { } opener)
        {
            return new BrowserOutcome.NoBrowser(reason);
        }

        try
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", opener, page.AbsoluteUri]);
            using var process = Process.Start(start)!;
            return await OutcomeAsync(process, opener, cancellationToken);
        }
        catch (Win32Exception e)
        {
            return new BrowserOutcome.NoBrowser($"'{opener}' could not be started: {e.Message}.");
        }
    }

    /// <summary>A browser that had to be started runs on; a failure, or one that was there already, ends soon.</summary>
    private static async Task<BrowserOutcome> OutcomeAsync(
        Process process, string opener, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeToFail);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new BrowserOutcome.Opened();
        }

        return process.ExitCode == 0
            ? new BrowserOutcome.Opened()
            : new BrowserOutcome.NoBrowser(
                $"'{opener}' found no browser (exit code {process.ExitCode}). "
                + "Install one, or set BROWSER to its command.");
    }

    private string? Find(out string reason)
    {
        var isNamed = Has("BROWSER");
        if (!isNamed && !Has("DISPLAY") && !Has("WAYLAND_DISPLAY"))
        {
            reason = "There is no screen (DISPLAY and WAYLAND_DISPLAY are not set). "
                + "Set BROWSER to one that can be started.";
            return null;
        }

        var opener = Openers.Select(FullPath).FirstOrDefault(path => path is not null) ?? NamedBrowser();
        reason = opener is null ? "'xdg-open' was not found. Install the package 'xdg-utils', or set BROWSER." : "";
        return opener;
    }

    /// <summary>$BROWSER is a list with colons; entries with '%s' are shell commands and left to xdg-open.</summary>
    private string? NamedBrowser() => (environment("BROWSER") ?? "")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(FullPath)
        .FirstOrDefault(path => path is not null);

    private string? FullPath(string program) => program.Contains('/')
        ? (File.Exists(program) ? program : null)
        : (environment("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Join(folder, program))
            .FirstOrDefault(File.Exists);

    private bool Has(string variable) => !string.IsNullOrEmpty(environment(variable));
}
