using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;
using TrayAgent.Files;

namespace Writers;

/// <summary>The edits of the agent in a home, by both of its editors.</summary>
internal static class Edits
{
    public static bool OfSettings(string home, string profile) => Apply(home, Settings(home, profile));

    public static bool OfConfig(string home, string profile) => Apply(home, Config(home, profile));

    public static bool OfBoth(string home, string profile) => Apply(home, Config(home, profile), Settings(home, profile));

    public static bool Undo(string home) => IsWritten(In(home).UndoAsync(SettingsFile(home), default).GetAwaiter().GetResult());

    /// <summary>What the agent does when it starts, as far as edits are concerned.</summary>
    public static bool Start(string home)
    {
        In(home).CompleteAsync(default).GetAwaiter().GetResult();
        return true;
    }

    private static EditPlan Settings(string home, string profile) => EditPlan.Of(new SettingsEdit(
        SettingsFile(home),
        [
            new SettingsChange.Put("env.AWS_PROFILE", profile),
            new SettingsChange.Put("awsAuthRefresh", $"aws sso login --profile {profile}"),
        ]));

    private static EditPlan Config(string home, string profile) => EditPlan.OfConfig(
        Path.Combine(home, ".aws", "config"),
        [
            new ConfigChange.Put($"profile {profile}", "sso_session", "corp"),
            new ConfigChange.Put("default", "region", profile),
        ]);

    private static bool Apply(string home, params EditPlan[] plans) =>
        IsWritten(In(home).ApplyAsync("test", plans, default).GetAwaiter().GetResult());

    private static bool IsWritten(EditOutcome outcome)
    {
        if (outcome is not EditOutcome.Written)
        {
            Console.Error.WriteLine(outcome.Text);
        }

        return outcome is EditOutcome.Written;
    }

    private static FileEdits In(string home) => new(
        new AwsPaths(home, Path.Combine(home, ".aws", "config"), Path.Combine(home, ".aws", "credentials")),
        new AgentPaths(Path.Combine(home, ".config", "trayagent", "settings.json"), Path.Combine(home, ".local", "state", "trayagent")),
        new TimeWithoutWaits(),
        Console.Error.WriteLine);

    private static string SettingsFile(string home) => Path.Combine(home, ".claude", "settings.json");
}
