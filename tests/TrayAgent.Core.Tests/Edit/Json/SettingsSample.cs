using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Tests.Edit.Json;

/// <summary>A settings file that is valid, laid out in any manner, and one change of it.</summary>
internal sealed record SettingsSample(string Text, SettingsChange Change)
{
    private static readonly Gen<string> Name = Pick.From(
        "a", "b", "AWS_PROFILE", "AWS_REGION", "é", "hooks", "permissions", "with space", "x.y", "\"q\"", "\\", "-");

    /// <summary>As somebody may have spelled them: escapes, odd numbers, nested things with keys that stand twice.</summary>
    private static readonly Gen<string> Value = Pick.From(
        "1", "-0.50e+3", "true", "null", "\"\"", "\"text\"", "\"\\u0041\"", "\"é\"", "\"a\\/b\"", "\"\\ud83d\\ude00\"",
        "[]", "[1, 2 ,3]", "{}", "{ \"a\" : 1,\"a\":2 }", "[{\"env\":{\"a\": [ ]}}]", "{\n      \"deep\": [\n        1\n      ]\n    }");

    private static readonly Gen<string> Gap = Pick.From("", "", " ", "\n  ", "\r\n\t", "\n\n    ", "  ");

    private static readonly Gen<string> Colon = Pick.From(":", ": ", " : ", ":  ", ":\n  ");

    /// <summary>Files made by tools have one manner throughout, files made by people have any.</summary>
    private static readonly Gen<(Gen<string> First, Gen<string> Between, Gen<string> Last, Gen<string> Colon)> Manner = Gen.OneOf(
        Gen.Const((Gen.Const("\n  "), Gen.Const(",\n  "), Gen.Const("\n"), Gen.Const(": "))),
        Gen.Const((Gen.Const("\r\n\t"), Gen.Const(",\r\n\t"), Gen.Const("\r\n"), Gen.Const(": "))),
        Gen.Const((Gen.Const(""), Gen.Const(","), Gen.Const(""), Gen.Const(":"))),
        Gen.Const((Gap, Gen.Select(Gap, Gap, (a, b) => $"{a},{b}"), Gap, Colon)));

    private static readonly Gen<string> Members = Manner.SelectMany(manner =>
        Gen.Select(Unique(Name), Value.Array[12], manner.First, manner.Between.Array[12], manner.Last, manner.Colon, (names, values, first, between, last, colon) =>
            names.Length == 0 ? last : first + string.Concat(names.Select((name, i) => (i == 0 ? "" : between[i]) + JsonEncoded(name) + colon + values[i])) + last));

    private static readonly Gen<string> Root = Gen.Select(Members, Members, Gen.Int[0, 3], (members, inner, kind) => kind switch
    {
        0 => $"{{{members}}}",
        1 => $"{{\"env\": {{{inner}}}{(members.Trim().Length == 0 ? "" : ",")}{members}}}",
        _ when members.Trim().Length == 0 => $"{{ \"env\":{{{inner}}}}}",
        _ => $"{{{members.TrimEnd()},\n  \"env\": {{{inner}}}\n}}",
    });

    public static readonly Gen<SettingsSample> Any = Gen.Select(
        Root, Pick.From("", "\ufeff"), Pick.From("", "\n", "\r\n", "\n\n"), AnyChange(),
        (root, mark, end, change) => new SettingsSample(mark + root + end, change));

    /// <summary>The members of the root and of <c>env</c> as they are spelled: what a reader sees of the file.</summary>
    public static ImmutableArray<(string Key, string Raw)> Read(string text)
    {
        using var document = JsonDocument.Parse(text.TrimStart('\ufeff'));
        return
        [
            .. document.RootElement.EnumerateObject().SelectMany(member => member.Name == "env"
                ? member.Value.EnumerateObject().Select(variable => ("env." + variable.Name, variable.Value.GetRawText())).Prepend(("env", ""))
                : [(member.Name, member.Value.GetRawText())]),
        ];
    }

    public override string ToString() => $"{Change} in\n{Text}";

    private static Gen<SettingsChange> AnyChange() => Gen.Select(
        Name, Gen.Bool, Gen.Bool, Pick.From("", "text", "A", "é", "1", "a\"b\\c\td", "{}", "new"), (name, isVariable, isPut, value) =>
            (isVariable ? $"env.{name}" : name) is var key && isPut
                ? (SettingsChange)new SettingsChange.Put(key, value)
                : new SettingsChange.Remove(key));

    private static Gen<string[]> Unique(Gen<string> names) => names.Array[0, 5].Select(some => some.Distinct().ToArray());

    private static string JsonEncoded(string name) => $"\"{JsonEncodedText.Encode(name)}\"";
}
