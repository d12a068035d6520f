using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Json;

namespace TrayAgent.Tests.Act.Edits;

public sealed partial class UnifiedDiffTests
{
    [Fact]
    public void A_change_is_shown_with_three_lines_around_it() => Assert.Equal(
        """
        --- /h/config
        +++ /h/config
        @@ -3,9 +3,10 @@
         c = 1
         d = 1
         e = 1
        -f = 1
        +f = 2
         g = 1
         h = 1
         i = 1
        -j = 1
        +j = 2
        +j2 = 1
         k = 1

        """,
        Diff("a = 1\nb = 1\nc = 1\nd = 1\ne = 1\nf = 1\ng = 1\nh = 1\ni = 1\nj = 1\nk = 1\n", "a = 1\nb = 1\nc = 1\nd = 1\ne = 1\nf = 2\ng = 1\nh = 1\ni = 1\nj = 2\nj2 = 1\nk = 1\n"));

    [Theory]
    [InlineData(null, "{\n}\n", "--- /dev/null\n+++ /h/config\n@@ -0,0 +1,2 @@\n+{\n+}\n")]
    [InlineData("a = 1\n", "", "--- /h/config\n+++ /h/config\n@@ -1 +0,0 @@\n-a = 1\n")]
    [InlineData("a = 1", "a = 1\n", "--- /h/config\n+++ /h/config\n@@ -1 +1 @@\n-a = 1\n\\ No newline at end of file\n+a = 1\n")]
    [InlineData("a = 1", "a = 1\nb = 2", "--- /h/config\n+++ /h/config\n@@ -1 +1,2 @@\n-a = 1\n\\ No newline at end of file\n+a = 1\n+b = 2\n\\ No newline at end of file\n")]
    [InlineData("a = 1\r\nb = 1\r\n", "a = 1\r\nb = 2\r\n", "--- /h/config\n+++ /h/config\n@@ -1,2 +1,2 @@\n a = 1\n-b = 1\n+b = 2\n")]
    [InlineData("a = 1\r\n", "a = 1\n", "--- /h/config\n+++ /h/config\n@@ -1 +1 @@\n-a = 1^M\n+a = 1\n")]
    [InlineData("a = 1\n", "a = \u202e\u001b[2J\ttab\n", "--- /h/config\n+++ /h/config\n@@ -1 +1 @@\n-a = 1\n+a = \ufffd\ufffd[2J\ttab\n")]
    [InlineData("x_token = 1\n", "x_token = 2\n", "--- /h/config\n+++ /h/config\n@@ -1 +1 @@\n-x_token = ***\n+x_token = ***\n")]
    [InlineData("\ufeffa = 1\n", "\ufeffa = 2\n", "--- /h/config\n+++ /h/config\n@@ -1 +1 @@\n-a = 1\n+a = 2\n")]
    [InlineData("\ufeffa = 1\n", "a = 1\n", "--- /h/config\n+++ /h/config\n@@ -1 +1 @@\n-\ufffda = 1\n+a = 1\n")]
    [InlineData("a = 1\n", "a = 1\n", "")]
    public void Ends_of_files_and_odd_characters_are_plain_to_see(string? before, string after, string expected) =>
        Assert.Equal(expected, Diff(before, after));

    [Fact]
    public void A_file_s_name_moves_no_cursor() =>
        Assert.StartsWith("--- /h/\ufffdx\n", UnifiedDiff.Of(Edit("/h/\nx", "a = 1\n", "a = 2\n")), StringComparison.Ordinal);

    /// <summary>Whoever applies the diff to what was there gets what is there afterwards.</summary>
    [Fact]
    public void A_diff_applied_makes_the_new_file()
    {
        var lines = Gen.OneOf(
            Gen.Const("a = 1\n"), Gen.Const("b = 2\n"), Gen.Const("# c\n"), Gen.Const("\n"), Gen.Const("[profile d]\n"), Gen.Const("e = 5\n")).Array[0, 25];
        Gen.Select(lines, lines, Gen.Int[0, 25], Gen.Bool, (before, other, at, isWhole) =>
                (string.Concat(before), isWhole ? string.Concat(other) : string.Concat(before.Take(at).Concat(other.Take(3)).Concat(before.Skip(at + 2)))))
            .Sample((before, after) => Assert.Equal(after, Applied(before, Diff(before, after))), iter: 2_000);
    }

    [Fact]
    public void No_edit_of_settings_shows_a_planted_secret()
    {
        var settings = Canaries.Settings.ToArray();
        var keys = new[] { "env.AWS_PROFILE", "env.API_TOKEN", "env.GITHUB_TOKEN", "awsAuthRefresh", "apiKeyHelper", "mcpServers", "hooks", "new" };
        Gen.Select(Gen.Int[0, settings.Length - 1], Gen.Int[0, keys.Length - 1], Gen.Bool, Gen.Int[-1, 500]).Sample((index, key, isPut, cut) =>
        {
            var before = Encoding.UTF8.GetBytes(settings[index]);
            SettingsChange change = isPut ? new SettingsChange.Put(keys[key], "x") : new SettingsChange.Remove(keys[key]);
            if (SettingsEditor.Apply("f", before, [change]) is Edited.Content content)
            {
                CheckHidden(new FileEdit("/h/settings.json", before, content.Bytes));
                CheckHidden(new FileEdit("/h/settings.json", content.Bytes, before));
            }

            // An undo may meet anything that was there before.
            CheckHidden(new FileEdit("/h/settings.json", before, before.AsMemory(0, Math.Clamp(cut, 0, before.Length))));
        }, iter: 1_000);
    }

    [Fact]
    public void No_edit_of_a_config_shows_a_planted_secret()
    {
        var configs = Canaries.Configs.ToArray();
        Gen.Select(Gen.Int[0, configs.Length - 1], Gen.Int[0, configs.Length - 1], Gen.Int[0, 12], Gen.Int[0, 12]).Sample((first, second, skip, take) =>
        {
            var lines = configs[second].Split('\n');
            CheckHidden(Edit("/h/config", configs[first], string.Join('\n', lines.Skip(skip).Take(take))));
            CheckHidden(Edit("/h/config", null, configs[second]));
        }, iter: 1_000);
    }

    private static void CheckHidden(FileEdit edit) =>
        Assert.DoesNotContain(Canaries.Mark, UnifiedDiff.Of(edit), StringComparison.Ordinal);

    private static string Diff(string? before, string after) => UnifiedDiff.Of(Edit("/h/config", before, after));

    private static FileEdit Edit(string file, string? before, string after) =>
        new(file, before is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));

    /// <summary>What <c>patch</c> does.</summary>
    private static string Applied(string before, string diff)
    {
        var old = before.Split('\n');
        var made = new List<string>();
        var at = 0;
        foreach (var line in diff.Split('\n').Skip(2))
        {
            if (Header().Match(line) is { Success: true } header)
            {
                var count = header.Groups["count"].Success ? int.Parse(header.Groups["count"].Value, CultureInfo.InvariantCulture) : 1;
                var start = int.Parse(header.Groups["start"].Value, CultureInfo.InvariantCulture) - (count == 0 ? 0 : 1);
                made.AddRange(old[at..start]);
                at = start;
            }
            else if (line.Length > 0)
            {
                if (line[0] != '+')
                {
                    Assert.Equal(old[at++], line[1..]);
                }

                if (line[0] != '-')
                {
                    made.Add(line[1..]);
                }
            }
        }

        return string.Join('\n', made.Concat(old[at..]));
    }

    [GeneratedRegex(@"^@@ -(?<start>\d+)(,(?<count>\d+))? \+\d+(,\d+)? @@$")]
    private static partial Regex Header();
}
