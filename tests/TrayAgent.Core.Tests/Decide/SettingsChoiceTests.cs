using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Decide;

/// <summary>Claude Code's settings in the tray: what is offered, what a click does, and what is said by itself.</summary>
public sealed class SettingsChoiceTests
{
    private const string File = "/home/ann/.claude/settings.json";

    private const string Wrong = """
        {
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1",
            "ANTHROPIC_MODEL": "anthropic.claude-opus-4-8",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          },
          "awsAuthRefresh": "trayagent auth-refresh --profile dev"
        }
        """;

    private const string Right = "eu.anthropic.claude-opus-4-8";

    private static readonly Snapshot Corp = Given.Corp("09:00").With(Given.Settings(Wrong));

    private static readonly OwnEdit OurEdit = new(
        Given.At("08:59"), "fix claude.model.raw-id", [new SettingsChange.Put("env.ANTHROPIC_MODEL", Right)]);

    private static readonly KnownKeys Wiped = new()
    {
        File = File,
        Lost = KnownKeys.Nothing.Lost.Add("env.AWS_PROFILE", "dev").Add("env.CLAUDE_CODE_USE_BEDROCK", "1"),
    };

    [Fact]
    public void A_finding_shows_what_would_be_written_before_it_can_be_clicked() => CheckMenu(
        Corp,
        """
        1 finding >
          ('ANTHROPIC_MODEL' is 'anthropic.claude-opus-4-8', a model's own ID. Bedrock wants the ID of an inference profile, with …)
              Fix in settings.json >
            (env.ANTHROPIC_MODEL: 'anthropic.claude-opus-4-8' → 'eu.anthropic.claude-opus-4-8')
            (in /home/ann/.claude/settings.json)
            Write this to settings.json -> WriteSettings
        """);

    [Fact]
    public void Lost_keys_can_be_left()
    {
        var snapshot = Lost(Wiped);
        CheckMenu(
            snapshot,
            """
            1 finding >
              (You or another program removed 'env.AWS_PROFILE' and 'env.CLAUDE_CODE_USE_BEDROCK' from Claude Code's settings '/home/a…)
                  Fix in settings.json >
                (env.AWS_PROFILE: not set → 'dev')
                (env.CLAUDE_CODE_USE_BEDROCK: not set → '1')
                (in /home/ann/.claude/settings.json)
                Write this to settings.json -> WriteSettings
                Leave it -> LeaveLostKeys
            """);
        var remember = Assert.Single(Decide(snapshot, new Choice.LeaveLostKeys()).OfType<Effect.RememberKeys>());
        Assert.Empty(remember.Becomes.Lost);
    }

    [Fact]
    public void A_click_writes_what_was_shown()
    {
        var write = Assert.Single(Decide(Corp, Shown(Corp)).OfType<Effect.WriteSettings>());
        Assert.Equal([new SettingsChange.Put("env.ANTHROPIC_MODEL", Right)], write.Edit.Edit.Changes);
        Assert.Equal("anthropic.claude-opus-4-8", write.Edit.Seen["env.ANTHROPIC_MODEL"]);
    }

    [Fact]
    public void A_click_on_what_changed_meanwhile_writes_nothing()
    {
        var shown = Shown(Corp);
        var now = Given.Corp("09:01").With(Given.Settings(Wrong.Replace("anthropic.claude-opus-4-8", "anthropic.claude-opus-4-7")));
        var effects = Decide(now, shown);
        Assert.Empty(effects.OfType<Effect.WriteSettings>());
        Assert.StartsWith("Something changed since this was shown", Notice(effects).Body);
    }

    [Fact]
    public void A_click_on_what_is_repaired_already_says_so()
    {
        var effects = Decide(Given.Corp("09:01").With(Given.Settings(Wrong.Replace("\"anthropic.claude", "\"eu.anthropic.claude"))), Shown(Corp));
        Assert.Empty(effects.OfType<Effect.WriteSettings>());
        Assert.Equal($"'{File}' needs this change no longer.", Notice(effects).Body);
    }

    [Theory]
    [InlineData("fix claude.model.raw-id", "Undo the last change of settings.json -> UndoSettings")]
    [InlineData("undo: claude fix", "Undo the last undo of settings.json -> UndoSettings")]
    public void Our_last_change_can_be_undone_while_it_is_the_last(string what, string expected)
    {
        var edit = OurEdit with { What = what, IsLatest = true };
        Assert.Contains(expected, Menu(Edited(edit)));
        Assert.DoesNotContain("Undo", Menu(Edited(edit with { IsLatest = false })));
        Assert.Equal(
            [new Effect.UndoSettings(File)], Decide(Edited(edit), new Choice.UndoSettings(edit.At)).OfType<Effect.UndoSettings>());
        Assert.Empty(Decide(Edited(edit), new Choice.UndoSettings(Given.At("08:00"))).OfType<Effect.UndoSettings>());
        Assert.Empty(Decide(Edited(edit with { IsLatest = false }), new Choice.UndoSettings(edit.At)).OfType<Effect.UndoSettings>());
    }

    [Fact]
    public void What_was_lost_is_said_once()
    {
        var first = Decide(Lost(Wiped));
        var notice = Assert.Single(first.OfType<Effect.Notify>(), notify => notify.Notice.Key == NoticeKeys.LostKeys).Notice;
        Assert.Equal(
            "You or another program removed 'env.AWS_PROFILE' and another setting from Claude Code's settings. Put back just these, "
            + "or run 'trayagent claude fix'.",
            notice.Body);
        Assert.Equal(["Put back", "Leave it"], notice.Buttons.Select(button => button.Label));
        var told = Assert.Single(first.OfType<Effect.RememberKeys>()).Becomes;
        Assert.DoesNotContain(Decide(Lost(told)), effect => effect is Effect.Notify { Notice.Key: NoticeKeys.LostKeys } or Effect.RememberKeys);
    }

    [Fact]
    public void What_was_lost_is_said_when_somebody_is_there()
    {
        var effects = Decide(Lost(Wiped), memory: Memory.Empty with { Screen = ScreenLock.Locked });
        Assert.DoesNotContain(effects, effect => effect is Effect.Notify { Notice.Key: NoticeKeys.LostKeys } or Effect.RememberKeys);
    }

    [Fact]
    public void The_notice_goes_when_the_keys_are_back()
    {
        var effects = Decide(Corp with { KnownKeys = Wiped with { Told = [.. Wiped.Lost.Keys] } });
        Assert.Contains(new Effect.CloseNotice(NoticeKeys.LostKeys), effects);
        Assert.Empty(Assert.Single(effects.OfType<Effect.RememberKeys>()).Becomes.Lost);
    }

    [Theory]
    [InlineData("09:00:04", "09:00:02", "")]
    [InlineData("09:00:05", "09:00:02", "Another program undid the change")]
    [InlineData("09:00:05", "09:00:06", "")]
    [InlineData("09:02", "09:00:02", "")]
    public void Our_change_is_looked_at_again_after_five_seconds(string now, string writtenAt, string expected)
    {
        var snapshot = Corp with
        {
            Now = Given.At(now),
            KnownKeys = KeyWatch.After(Corp),
            SettingsFile = new SettingsFileLook(Given.At(writtenAt), OurEdit with { At = Given.At("09:00") }),
        };
        var effects = Decide(snapshot);
        Assert.Equal(expected, effects.OfType<Effect.Notify>().SingleOrDefault()?.Notice.Title ?? "");
        Assert.Equal(
            now != "09:00:04", effects.OfType<Effect.RememberKeys>().SingleOrDefault()?.Becomes.CheckedEdit == Given.At("09:00"));
        Assert.Equal(now == "09:00:04", effects.Contains(new Effect.SweepAt(Given.At("09:00:05"))));
    }

    [Fact]
    public void A_change_that_stays_is_no_news()
    {
        var snapshot = Given.Corp("09:00:05").With(Given.Settings(Wrong.Replace("\"anthropic.claude", "\"eu.anthropic.claude")));
        var effects = Decide(snapshot with
        {
            KnownKeys = KeyWatch.After(snapshot),
            SettingsFile = new SettingsFileLook(Given.At("09:00:02"), OurEdit with { At = Given.At("09:00") }),
        });
        Assert.Empty(effects.OfType<Effect.Notify>());
    }

    private static Snapshot Edited(OwnEdit edit) => Corp with { SettingsFile = new SettingsFileLook(edit.At, edit) };

    private static Snapshot Lost(KnownKeys known)
    {
        var snapshot = Given.Corp("09:00").With(Given.Settings("{}")) with
        {
            KnownKeys = known,
            SettingsFile = new SettingsFileLook(Given.At("08:00")),
        };
        return snapshot with { LostKeys = KeyWatch.Lost(KeyWatch.After(snapshot)) };
    }

    private static Choice Shown(Snapshot snapshot) => Submenus(View(snapshot, Memory.Empty).Menu)
        .SelectMany(menu => menu.Items)
        .OfType<MenuItem.Command>()
        .Single(item => item.Label == "Write this to settings.json")
        .Choice;

    private static IEnumerable<MenuItem.Submenu> Submenus(IEnumerable<MenuItem> items) =>
        items.OfType<MenuItem.Submenu>().SelectMany(menu => Submenus(menu.Items).Prepend(menu));

    private static Notice Notice(IEnumerable<Effect> effects) => Assert.Single(effects.OfType<Effect.Notify>()).Notice;

    private static ImmutableArray<Effect> Decide(Snapshot snapshot, Choice? choice = null, Memory? memory = null) => Decider.Decide(
        memory ?? Memory.Empty,
        choice is null ? new Occurrence.Inspected() : new Occurrence.Chosen(choice),
        Assessor.Assess(snapshot, Policy.Default),
        Policy.Default).Effects;

    private static TrayView View(Snapshot snapshot, Memory memory) => TrayViews.Of(Assessor.Assess(snapshot, Policy.Default), memory);

    private static void CheckMenu(Snapshot snapshot, string expected) =>
        Assert.Equal(
            expected.ReplaceLineEndings("\n"),
            string.Join('\n', View(snapshot, Memory.Empty).Menu
                .Where(item => item is MenuItem.Submenu menu && menu.Label.Contains("finding", StringComparison.Ordinal))
                .SelectMany(Lines)));

    private static string Menu(Snapshot snapshot) =>
        string.Join('\n', View(snapshot, Memory.Empty).Menu.SelectMany(item => Lines(item)));

    private static IEnumerable<string> Lines(MenuItem item) => item switch
    {
        MenuItem.Text text => [$"({text.Label})"],
        MenuItem.Command command => [$"{command.Label} -> {command.Choice.GetType().Name}"],
        MenuItem.Submenu menu => menu.Items.SelectMany(Lines).Select(line => "  " + line).Prepend($"{menu.Label} >"),
        _ => [],
    };
}
