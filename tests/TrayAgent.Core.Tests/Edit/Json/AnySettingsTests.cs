using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Json;

namespace TrayAgent.Core.Tests.Edit.Json;

/// <summary>What holds for every settings file and every change (reliability.md E2 and E3).</summary>
public sealed class AnySettingsTests
{
    /// <summary>More with <c>CsCheck_Iter=1000000</c> in the environment.</summary>
    private static readonly long Many = Math.Max(4_000, Check.Iter);

    [Fact]
    public void Without_a_change_any_bytes_come_back() => Gen.Byte.Array[0, 60].Sample(
        bytes => ((Edited.Content)SettingsEditor.Apply("f", bytes, [])).Bytes.Span.SequenceEqual(bytes), iter: Many);

    [Fact]
    public void No_bytes_make_it_fail() =>
        Gen.Select(SettingsSample.Any, Gen.Int[0, 200], Gen.Byte.Array[0, 6]).Sample((sample, cut, more) =>
        {
            var bytes = Encoding.UTF8.GetBytes(sample.Text);
            byte[] torn = [.. bytes.AsSpan(0, Math.Min(cut, bytes.Length)), .. more, .. bytes.AsSpan(Math.Min(cut, bytes.Length))];
            Assert.NotNull(SettingsEditor.Apply("f", torn, [sample.Change]));
        }, iter: Many);

    [Fact]
    public void A_reader_sees_exactly_the_change() => Valid((sample, after) =>
        Assert.Equal(Expected(SettingsSample.Read(sample.Text), sample.Change), SettingsSample.Read(after)));

    /// <summary>One stretch of the text is replaced; it holds the key that is meant, and white space at most.</summary>
    [Fact]
    public void The_bytes_around_a_new_value_stay() => Valid((sample, after) =>
    {
        var before = sample.Text;
        var (same, end) = Common(before, after);
        var gone = before[same..end];
        var old = SettingsSample.Read(before).FirstOrDefault(member => member.Key == sample.Change.Key).Raw;
        if (sample.Change is SettingsChange.Put)
        {
            Assert.True(old is null ? string.IsNullOrWhiteSpace(gone) : old.Contains(gone, StringComparison.Ordinal), $"'{gone}' is gone");
        }
    });

    [Fact]
    public void Whatever_key_is_removed_every_other_line_stays() => Valid((sample, _) =>
    {
        foreach (var (key, _) in SettingsSample.Read(sample.Text).Where(member => member.Key != "env"))
        {
            RemovedMember.Of(sample.Text, key).AssertIn(Apply(sample.Text, new SettingsChange.Remove(key)));
        }
    });

    [Fact]
    public void A_change_made_twice_is_the_change_made_once() => Valid((sample, after) =>
        Assert.Equal(after, EditText.Text(SettingsEditor.Apply("f", Encoding.UTF8.GetBytes(after), [sample.Change]))));

    [Fact]
    public void A_new_key_taken_out_again_leaves_the_bytes_as_they_were() => Valid((sample, after) =>
    {
        var members = SettingsSample.Read(sample.Text);
        var parent = sample.Change.Key.StartsWith("env.", StringComparison.Ordinal) ? "env." : "";
        var hasNeighbours = members.Any(member => member.Key.StartsWith("env.", StringComparison.Ordinal) == (parent.Length > 0));
        if (sample.Change is SettingsChange.Put put && hasNeighbours && members.All(member => member.Key != put.Key))
        {
            Assert.Equal(sample.Text, Apply(after, new SettingsChange.Remove(put.Key)));
        }
    });

    [Fact]
    public void A_value_put_back_leaves_the_bytes_as_they_were() => Valid((sample, after) =>
    {
        var old = SettingsSample.Read(sample.Text).FirstOrDefault(member => member.Key == sample.Change.Key).Raw;
        if (sample.Change is SettingsChange.Put put && old is "\"text\"" or "\"é\"" or "\"\"")
        {
            Assert.Equal(sample.Text, Apply(after, new SettingsChange.Put(sample.Change.Key, old.Trim('"'))));
        }
    });

    private static void Valid(Action<SettingsSample, string> check) => SettingsSample.Any.Sample(
        sample => check(sample, Apply(sample.Text, sample.Change)), iter: Many, print: sample => sample.ToString());

    private static string Apply(string text, SettingsChange change)
    {
        var edited = SettingsEditor.Apply("f", Encoding.UTF8.GetBytes(text), [change]);
        Assert.True(edited is Edited.Content, EditText.Text(edited));
        return EditText.Text(edited);
    }

    private static ImmutableArray<(string Key, string Raw)> Expected(ImmutableArray<(string Key, string Raw)> members, SettingsChange change)
    {
        var index = members.ToList().FindIndex(member => member.Key == change.Key);
        if (change is not SettingsChange.Put put)
        {
            return index < 0 ? members : members.RemoveAt(index);
        }

        var raw = Raw(put.Value);
        if (index >= 0)
        {
            return JsonSame(members[index].Raw, put.Value) ? members : members.SetItem(index, (put.Key, raw));
        }

        var isVariable = put.Key.StartsWith("env.", StringComparison.Ordinal);
        var hasEnvironment = members.Any(member => member.Key == "env");
        var last = members.ToList().FindLastIndex(member => member.Key == "env" || member.Key.StartsWith("env.", StringComparison.Ordinal));
        return isVariable && hasEnvironment ? members.Insert(last + 1, (put.Key, raw))
            : isVariable ? [.. members, ("env", ""), (put.Key, raw)]
            : [.. members, (put.Key, raw)];
    }

    private static string Raw(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";

    private static bool JsonSame(string raw, string value)
    {
        using var document = JsonDocument.Parse(raw);
        return document.RootElement.ValueKind == JsonValueKind.String && document.RootElement.GetString() == value;
    }

    /// <summary>Where the texts begin to differ, and where in the first they cease to.</summary>
    private static (int Start, int End) Common(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = before.Length;
        for (var other = after.Length; end > start && other > start && before[end - 1] == after[other - 1]; end--)
        {
            other--;
        }

        return (start, end);
    }
}
