using System.Collections.Immutable;
using System.Text;
using CsCheck;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Ini;
using TrayAgent.Core.Tests.Facts.Aws;

namespace TrayAgent.Core.Tests.Edit.Ini;

/// <summary>What holds for every config and every change (reliability.md E2 and E3).</summary>
public sealed class AnyConfigTests
{
    /// <summary>More with <c>CsCheck_Iter=1000000</c> in the environment.</summary>
    private static readonly long Many = Math.Max(4_000, Check.Iter);

    [Fact]
    public void Without_a_change_any_bytes_come_back() => Gen.Byte.Array[0, 60].Sample(
        bytes => ((Edited.Content)ConfigEditor.Apply("f", bytes, [])).Bytes.Span.SequenceEqual(bytes), iter: Many);

    [Fact]
    public void No_bytes_make_it_fail_and_what_comes_out_is_a_file_that_no_tool_refuses() =>
        Gen.Select(ConfigSample.Any, Gen.Int[0, 200], Gen.Byte.Array[0, 6]).Sample((sample, cut, more) =>
        {
            var bytes = Encoding.UTF8.GetBytes(sample.Text);
            byte[] torn = [.. bytes.AsSpan(0, Math.Min(cut, bytes.Length)), .. more, .. bytes.AsSpan(Math.Min(cut, bytes.Length))];
            CheckOutcome(torn, sample.Change);
        }, iter: Many);

    /// <summary>The files that tools disagree about.</summary>
    [Fact]
    public void No_odd_file_makes_it_fail_either()
    {
        var samples = ConfigSamples.Table().Concat(ConfigSamples.Mixed(500)).Concat(ConfigSamples.Accepted(500)).ToArray();
        Gen.Select(Pick.From(samples), ConfigSample.Any).Sample(
            (file, sample) => CheckOutcome(Encoding.UTF8.GetBytes(file.Config), sample.Change), iter: Many);
    }

    [Fact]
    public void Only_the_lines_that_are_meant_change() => Valid((sample, after) =>
    {
        var lines = after.Split(sample.LineEnd);
        var expected = Expected(sample);
        Assert.Equal(expected.Length, lines.Length);
        Assert.All(expected.Zip(lines), pair => Assert.Equal(pair.First ?? Meant(sample.Change, pair.Second), pair.Second));
    });

    [Fact]
    public void A_change_made_twice_is_the_change_made_once() => Valid((sample, after) =>
        Assert.Equal(after, Apply(after, sample.Change)));

    [Fact]
    public void A_new_key_taken_out_again_leaves_the_bytes_as_they_were() => Valid((sample, after) =>
    {
        if (sample.Change is ConfigChange.Put put && sample.Changed is { } block && block.Items.All(item => item.Key != put.Key))
        {
            Assert.Equal(sample.Text, Apply(after, new ConfigChange.Remove(put.Section, put.Key)));
        }
    });

    [Fact]
    public void A_value_put_back_leaves_the_bytes_as_they_were() => Valid((sample, after) =>
    {
        var old = sample.Changed?.Items.FirstOrDefault(item => item.Key == sample.Change.Key)?.Lines;
        if (sample.Change is ConfigChange.Put put && old is [var line] && line.Split('=', 2) is [var name, var value]
            && value.Trim().Length > 0 && name.Trim() == put.Key)
        {
            Assert.Equal(sample.Text, Apply(after, new ConfigChange.Put(put.Section, put.Key, value.Trim())));
        }
    });

    private static void CheckOutcome(byte[] bytes, ConfigChange change)
    {
        if (ConfigEditor.Apply("f", bytes, [change]) is Edited.Content content)
        {
            Assert.Empty(ConfigText.Parse(content.Bytes.ToArray(), []).Problems);
        }
    }

    private static void Valid(Action<ConfigSample, string> check) => ConfigSample.Any.Sample(
        sample => check(sample, Apply(sample.Text, sample.Change)), iter: Many, print: sample => sample.ToString());

    private static string Apply(string text, ConfigChange change)
    {
        var edited = ConfigEditor.Apply("f", Encoding.UTF8.GetBytes(text), [change]);
        Assert.True(edited is Edited.Content, EditText.Text(edited));
        return EditText.Text(edited);
    }

    /// <summary>All lines; null for the one that holds what was put.</summary>
    private static ImmutableArray<string?> Expected(ConfigSample sample)
    {
        var lines = sample.Lines.Cast<string?>().ToList();
        var block = sample.Changed;
        var item = block?.Items.FirstOrDefault(item => item.Key == sample.Change.Key);
        var last = block?.Items.LastOrDefault(item => item.Key is not null);
        switch (sample.Change)
        {
            case ConfigChange.Remove when item is not null:
                lines.RemoveRange(IndexOf(item), item.Lines.Length);
                break;
            case ConfigChange.Put put when item is not null && item.Lines.Length == 1 && IsThere(put, item.Lines[0]):
                break;
            case ConfigChange.Put when item is not null:
                var index = IndexOf(item);
                lines.RemoveRange(index, item.Lines.Length);
                lines.Insert(index, null);
                break;
            case ConfigChange.Put when block is not null:
                lines.Insert(last is null ? lines.IndexOf(block.Header) + 1 : IndexOf(last) + last.Lines.Length, null);
                break;
            case ConfigChange.Put put:
                lines.AddRange(lines.Count == 0 || string.IsNullOrWhiteSpace(lines[^1]) ? [$"[{put.Section}]", null] : ["", $"[{put.Section}]", null]);
                break;
        }

        return sample.EndsWithLineEnd || lines.Count == 0 ? [.. lines, ""] : [.. lines];

        int IndexOf(ConfigSample.Item wanted) =>
            lines.IndexOf(block!.Header) + 1 + block.Items.TakeWhile(other => other != wanted).Sum(other => other.Lines.Length);
    }

    private static bool IsThere(ConfigChange.Put put, string line) =>
        line.Split('=', 2) is [var name, var value] && name.Trim() == put.Key && value.Trim() == put.Value;

    private static string Meant(ConfigChange change, string line) =>
        change is ConfigChange.Put put && IsThere(put, line) ? line : $"a line that says {change}";
}
