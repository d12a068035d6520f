using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Decide.Migrating;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;
using TrayAgent.Core.Tests.Decide;

namespace TrayAgent.Core.Tests.Trust;

/// <summary>A profile may have any name: what is shown of it is one line without a character that does anything.</summary>
public sealed class HostileNameTests
{
    [Fact]
    public void There_are_500_of_them() => Assert.Equal(500, HostileNames.All.Length);

    [Fact]
    public void They_forge_nothing_wherever_they_are_shown()
    {
        var faults = HostileNames.All.SelectMany(name => Shown(name).Select(shown => Fault(name, shown.Where, shown.Text))).OfType<string>();
        Assert.True(!faults.Any(), string.Join("\n", faults.DistinctBy(fault => fault.Split(":")[0]).Take(20)));
    }

    /// <summary>The negative control: shown as it is, such a name forges.</summary>
    [Theory]
    [InlineData("a\nFORGED")]
    [InlineData("a\u202eb")]
    [InlineData("a\u001b[31m")]
    [InlineData("a\u2028FORGED")]
    public void What_is_shown_as_it_is_would_be_noticed(string name) => Assert.NotNull(Fault(name, "a naive message", $"The profile '{name}' is unknown."));

    private static IEnumerable<(string Where, string Text)> Shown(string name)
    {
        var snapshot = Machine(name);
        var assessment = Assessor.Assess(snapshot, Given.Pinned(name));
        yield return ("status", StatusText.Of(assessment, TextStyle.Plain));
        yield return ("status --json", Json(StatusJson.Of(assessment, JsonLayout.Indented)));
        yield return ("claude show", ClaudeText.Of(new ClaudeView(assessment, "/work"), TextStyle.Plain));
        yield return ("claude show --json", Json(ClaudeJson.Of(new ClaudeView(assessment, "/work"))));
        var diagnosis = Examination.Of(assessment, []);
        yield return ("doctor", DoctorText.Of(diagnosis, TextStyle.Plain));
        yield return ("doctor --json", Json(DoctorJson.Of(diagnosis, JsonLayout.Indented)));
        foreach (var sentence in Migrated(name))
        {
            yield return ("migrate", sentence);
        }

        foreach (var message in new[] { Targets.Find(snapshot, name + "x", null), Targets.Find(snapshot, null, name + "x") }.OfType<Target.NotFound>())
        {
            yield return ("not found", message.Message);
        }

        foreach (var mode in Enum.GetValues<WiringMode>())
        {
            if (Wiring.For(mode, name, snapshot.OwnProgram) is Wiring.Unsafe { Reason: var reason })
            {
                yield return ("not wired", reason);
            }
        }

        var day = new Day(snapshot, Given.Pinned(name)).At("09:00");
        foreach (var text in day.Last.SelectMany(Texts))
        {
            yield return ("tray or notice", text);
        }
    }

    /// <summary>It is a legacy profile, one that cannot be migrated, the source of a chain, and none at all.</summary>
    private static IEnumerable<string> Migrated(string name)
    {
        var legacy = Given.Profile(name, null) with { Kind = ProfileKind.LegacySso, SsoStartUrl = "https://d-2.awsapps.com/start", SsoRegion = "eu-west-1" };
        var config = Given.Machine("09:00")
            .With(legacy)
            .With(legacy with { Name = name + "y", SsoRegion = null })
            .With(Given.Profile(name + "z", null) with { Chain = [name + "z", name] }).Config;
        return new[] { null, name, name + "x", name + "y", name + "z" }.SelectMany(asked => Migration.Plan(config, asked) switch
        {
            MigrationPlan.Changes(_, _, var before, var afterwards) => [.. before, .. afterwards],
            MigrationPlan.NothingToDo(var text) => text,
            MigrationPlan.Impossible(var text) => text,
            MigrationPlan.NotFound(var message) => [message],
            _ => throw new UnreachableException(),
        });
    }

    /// <summary>The name is that of a profile and its session, signed out; Claude Code's settings name another one like it.</summary>
    private static Snapshot Machine(string name)
    {
        var quoted = JsonSerializer.Serialize(name);
        return Given.Machine("09:00").With(Given.Session(name)).With(Given.Profile(name, name)).With(Given.Profile("role", null) with
        {
            Kind = ProfileKind.Broken,
            SourceProfile = name + "y",
            Chain = ["role", name + "y"],
        }).With(Given.Settings($$"""
            {
              "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": {{quoted[..^1]}}z" },
              "awsAuthRefresh": {{JsonSerializer.Serialize($"aws sso login --profile {name}")}},
              "awsCredentialExport": {{JsonSerializer.Serialize($"trayagent credentials --profile '{name}'")}}
            }
            """));
    }

    private static IEnumerable<string> Texts(Effect effect) => effect switch
    {
        Effect.ShowTray tray => [tray.View.Title, .. tray.View.ToolTip.Split('\n'), .. tray.View.Menu.SelectMany(Texts)],
        Effect.Notify notice => [notice.Notice.Title, .. notice.Notice.Body.Split('\n'), .. notice.Notice.Buttons.Select(button => button.Label)],
        _ => [],
    };

    private static IEnumerable<string> Texts(MenuItem item) => item switch
    {
        MenuItem.Text text => [text.Label],
        MenuItem.Command command => [command.Label],
        MenuItem.Check check => [check.Label],
        MenuItem.Submenu submenu => [submenu.Label, .. submenu.Items.SelectMany(Texts)],
        _ => [],
    };

    /// <summary>What a program gets is valid JSON that says the name as it is; what a person sees of it has no raw control character.</summary>
    private static string Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return json;
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    private static string? Fault(string name, string where, string text)
    {
        var odd = text.EnumerateRunes().Cast<Rune?>().FirstOrDefault(rune => rune!.Value.Value != '\n' && Rune.GetUnicodeCategory(rune.Value) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse);
        return odd is { Value: var code } ? $"{where}: U+{code:X4} of {JsonSerializer.Serialize(name)} in: {Cut(text)}"
            : text.Split('\n').Any(line => line.TrimStart().StartsWith(HostileNames.Forged, StringComparison.Ordinal))
            ? $"{where}: {JsonSerializer.Serialize(name)} begins a line in: {Cut(text)}"
            : null;
    }

    private static string Cut(string text) => JsonSerializer.Serialize(text.Length > 300 ? text[..300] : text);
}
