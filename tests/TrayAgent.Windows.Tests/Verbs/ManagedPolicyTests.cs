using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Verbs;

/// <summary>Claude Code's settings as administrators roll them out on Windows: in the registry.</summary>
public sealed class ManagedPolicyTests(Wine wine)
{
    private const string Machine = @"HKLM\SOFTWARE\Policies\ClaudeCode";

    [Fact]
    public async Task A_policy_of_the_machine_goes_before_the_users_file_and_is_named()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        machine.Write(".claude/settings.json", """{ "env": { "AWS_REGION": "us-east-1", "CLAUDE_CODE_USE_BEDROCK": "1" } }""");
        await machine.SetRegistryAsync(Machine, "Settings", "REG_SZ", """{ "env": { "AWS_REGION": "eu-central-1" } }""");
        try
        {
            var end = await machine.RunAsync("claude", "show");

            Assert.Matches(@"Region +eu-central-1, from 'env\.AWS_REGION' in\s+HKLM\\SOFTWARE\\Policies\\ClaudeCode", end.Out);
            Assert.Matches(@"env\.AWS_REGION +eu-central-1 +managed\s+hides +us-east-1 +user:1", end.Out);
        }
        finally
        {
            await machine.RunToEndAsync("reg", "delete", Machine, "/f");
        }
    }
}
