using System.Diagnostics;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>The agent on the desktop, by its log. It is no child of ours: the desktop starts it.</summary>
internal sealed class WindowsAgent(WindowsMachine machine) : IDisposable
{
    public string Log
    {
        get
        {
            var file = Path.Combine(machine.StateFolder, "trayagent.log");
            return File.Exists(file) ? Read(file) : "";
        }
    }

    /// <summary>Its process, as Linux sees it; null when there is none.</summary>
    public static int? ProcessId => Process.GetProcesses()
        .Where(process => IsAgent(process.Id))
        .Select(process => (int?)process.Id)
        .FirstOrDefault();

    /// <summary>One session, which Claude Code uses, and nobody is signed in to it.</summary>
    public static void Prepare(WindowsMachine machine)
    {
        machine.Write(".aws/config", """
            [sso-session corp]
            sso_start_url = https://d-1.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access

            [profile dev]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Developer
            region = eu-west-1

            """);
        machine.Write(".claude/settings.json", """
            {
              "env": {
                "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-west-1",
                "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
                "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
              }
            }
            """);
        machine.Write("AppData/Roaming/TrayAgent/settings.json", """{ "allowLoopbackEndpoints": true }""");

        // Whatever Wine would start to show a page.
        machine.Environment["BROWSER"] = "/bin/true";
    }

    /// <summary>A token for 'corp' that is good for an hour, named as the AWS CLI names it: SHA-1 of the session's name.</summary>
    public static void SignIn(WindowsMachine machine) => machine.Write(
        ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json",
        FormattableString.Invariant($$"""
            {
              "startUrl": "https://d-1.awsapps.com/start", "region": "eu-west-1", "accessToken": "of-no-use",
              "expiresAt": "{{DateTime.UtcNow.AddHours(1):yyyy-MM-dd'T'HH:mm:ss'Z'}}", "clientId": "c", "clientSecret": "of-no-use",
              "registrationExpiresAt": "{{DateTime.UtcNow.AddDays(60):yyyy-MM-dd'T'HH:mm:ss'Z'}}", "refreshToken": "of-no-use"
            }
            """));

    /// <summary>Waits until its log has these words so many times.</summary>
    public Task LogsAsync(string words, int times = 1) =>
        Until.TrueAsync(() => Log.Split(words).Length > times, $"the log says '{words}', {times} times");

    /// <summary>One that a failed test left would keep the next from starting.</summary>
    public void Dispose()
    {
        if (ProcessId is { } id)
        {
            Process.GetProcessById(id).Kill();
        }
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static bool IsAgent(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").StartsWith(WindowsProgram.Path + "\0run\0", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
