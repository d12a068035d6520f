using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Serilog.Events;
using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Ini;
using TrayAgent.Core.Edit.Json;
using TrayAgent.Files;
using TrayAgent.Hosting;

namespace TrayAgent.Tests.Trust;

/// <summary>Hostile names in the log and in the preview of an edit.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly TempHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void One_event_is_one_line_of_the_log()
    {
        var paths = AgentPaths.From(_home.WithHome, _home.Folder);
        using (var log = Logging.Create(paths, LogEventLevel.Verbose))
        {
            foreach (var name in HostileNames.All)
            {
                log.Information("The session {Session} ended", name);
            }
        }

        var lines = File.ReadAllText(paths.LogFile).TrimEnd('\n').Split('\n');
        Assert.Equal(HostileNames.All.Length, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT.* INF  The session .* ended$", line));
        Assert.DoesNotContain(lines, line => line.EnumerateRunes().Any(IsHostile));
    }

    [Fact]
    public void A_preview_shows_each_as_one_line_of_the_diff()
    {
        foreach (var name in HostileNames.All)
        {
            var before = Encoding.UTF8.GetBytes($"{{\n  \"env\": {{\n    \"AWS_PROFILE\": {JsonSerializer.Serialize(name)}\n  }}\n}}\n");
            ImmutableArray<SettingsChange> changes = [new SettingsChange.Put("env.AWS_PROFILE", "work")];
            var after = Assert.IsType<Edited.Content>(SettingsEditor.Apply("settings.json", before, changes));
            var diff = UnifiedDiff.Of(new FileEdit("/home/ann/settings.json", before, after.Bytes));

            Assert.Equal(name == "work" ? 0 : 9, diff.Count(c => c == '\n'));
            Assert.DoesNotContain(diff.EnumerateRunes(), rune => rune.Value != '\n' && IsHostile(rune));
        }
    }

    /// <summary>What no tool could read in a config is not written into one, and what is written is read as it was meant.</summary>
    [Fact]
    public void An_editor_writes_a_name_that_every_tool_reads_or_refuses_it()
    {
        foreach (var name in HostileNames.All)
        {
            switch (ConfigEditor.Apply("config", [], [new ConfigChange.Put($"profile {name}", "region", "eu-west-1")]))
            {
                case Edited.Content content:
                    Assert.Equal($"[profile {name}]\nregion = eu-west-1\n", Encoding.UTF8.GetString(content.Bytes.Span));
                    Assert.Matches(@"\A[A-Za-z0-9_.@+%:/-]+\z", name);
                    break;
                case Edited.Refused refused:
                    Assert.DoesNotContain(refused.Problem.Text.EnumerateRunes(), IsHostile);
                    break;
            }
        }
    }

    private static bool IsHostile(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
