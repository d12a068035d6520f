using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Json;

namespace TrayAgent.Core.Tests.Edit.Json;

public sealed class SettingsEditorTests
{
    [Theory]
    [InlineData("", "env.A=1", "{\n  \"env\": {\n    \"A\": \"1\"\n  }\n}\n")]
    [InlineData("{}", "env.A=1", "{\n  \"env\": {\n    \"A\": \"1\"\n  }\n}")]
    [InlineData("{ }\r\n", "k=v", "{\r\n  \"k\": \"v\"\r\n}\r\n")]
    [InlineData("{\n  \"env\": {}\n}\n", "env.A=1", "{\n  \"env\": {\n    \"A\": \"1\"\n  }\n}\n")]
    [InlineData("{\n\t\"a\": 1\n}\n", "env.A=1", "{\n\t\"a\": 1,\n\t\"env\": {\n\t\t\"A\": \"1\"\n\t}\n}\n")]
    [InlineData("{\n    \"env\": {\n        \"A\": \"1\"\n    }\n}", "env.B=2", "{\n    \"env\": {\n        \"A\": \"1\",\n        \"B\": \"2\"\n    }\n}")]
    [InlineData("{\n  \"env\": { \"A\": \"1\" },\n  \"x\": 1\n}", "env.B=2", "{\n  \"env\": { \"A\": \"1\", \"B\": \"2\" },\n  \"x\": 1\n}")]
    [InlineData("{\"env\":{\"A\":\"1\"},\"x\":[1, 2]}", "env.B=2", "{\"env\":{\"A\":\"1\",\"B\":\"2\"},\"x\":[1, 2]}")]
    [InlineData("{\"a\": 1}", "k=v", "{\"a\": 1, \"k\": \"v\"}")]
    [InlineData("{\"a\":1}", "env.A=1", "{\"a\":1,\"env\":{\"A\":\"1\"}}")]
    [InlineData("{\"a\": 1}", "env.A=1", "{\"a\": 1, \"env\": {\"A\": \"1\"}}")]
    [InlineData("{\r\n  \"a\": 1\r\n\r\n}", "k=v", "{\r\n  \"a\": 1,\r\n  \"k\": \"v\"\r\n\r\n}")]
    [InlineData("{\n\n  \"a\": 1,\n\n  \"b\": 2\n}", "k=v", "{\n\n  \"a\": 1,\n\n  \"b\": 2,\n  \"k\": \"v\"\n}")]
    public void A_new_key_looks_like_those_beside_it(string before, string change, string after) => Check(before, change, after);

    [Theory]
    [InlineData("{\"k\":  1.50e3 , \"b\": 2}", "k=v", "{\"k\":  \"v\" , \"b\": 2}")]
    [InlineData("{\"env\": {\"A\":true}}", "env.A=1", "{\"env\": {\"A\":\"1\"}}")]
    [InlineData("{\"k\": {\"deep\": [1]}}", "k=v", "{\"k\": \"v\"}")]
    [InlineData("{\"k\": \"\\u0076\"}", "k=v", "{\"k\": \"\\u0076\"}")]
    [InlineData("{\"\\u006b\": 1}", "k=v", "{\"\\u006b\": \"v\"}")]
    [InlineData("{\"k\": 1}", "k=a\"b\\c\td\u0001é€/<", "{\"k\": \"a\\\"b\\\\c\\td\\u0001é€/<\"}")]
    [InlineData("\ufeff{\"k\": 1}", "k=v", "\ufeff{\"k\": \"v\"}")]
    [InlineData("{\"é\": \"\\u00e9\", \"k\": 1}\n\n", "k=v", "{\"é\": \"\\u00e9\", \"k\": \"v\"}\n\n")]
    [InlineData("{\"env.A\": 1, \"env\": {}}", "env.A=1", "{\"env.A\": 1, \"env\": {\"A\": \"1\"}}")]
    public void A_key_that_is_there_gets_its_value_in_place(string before, string change, string after) => Check(before, change, after);

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", "-a", "{\n  \"b\": 2,\n  \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", "-b", "{\n  \"a\": 1,\n  \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", "-c", "{\n  \"a\": 1,\n  \"b\": 2\n}")]
    [InlineData("{\n  \"a\": {\"x\": [1]}\n}\n", "-a", "{}\n")]
    [InlineData("{\n  \"env\": {\n    \"A\": \"1\"\n  },\n  \"b\": 2\n}", "-env.A", "{\n  \"env\": {},\n  \"b\": 2\n}")]
    [InlineData("{\"b\": 2}", "-env.A", "{\"b\": 2}")]
    [InlineData("{\"b\": 2}", "-a", "{\"b\": 2}")]
    [InlineData("", "-a", "")]
    public void A_removed_key_takes_its_comma_with_it(string before, string change, string after) => Check(before, change, after);

    [Theory]
    [InlineData("{ \"env\": { \"A\": \"1\",\n\n\t\"B\": \"2\" } }", "-env.A", "{ \"env\": {\n\n\t\"B\": \"2\" } }")]
    [InlineData("{\n  \"a\": 1,\n\n\t\"b\": 2\n}", "-a", "{\n\n\t\"b\": 2\n}")]
    [InlineData("{\n  \"a\": 1,\n    \"b\": 2,\n\t\"c\": 3\n}", "-b", "{\n  \"a\": 1,\n\t\"c\": 3\n}")]
    [InlineData("{\r\n  \"a\": 1,\r\n  \"b\": 2,\r\n\r\n\t\"c\": 3\r\n}", "-b", "{\r\n  \"a\": 1,\r\n\r\n\t\"c\": 3\r\n}")]
    [InlineData("{\r\n  \"a\": 1,\n  \"b\": 2,\r\n\t\"c\": 3\n}", "-b", "{\r\n  \"a\": 1,\n\t\"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1,\n\n  \"b\": 2,\n  \"c\": 3\n}", "-b", "{\n  \"a\": 1,\n\n  \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1,  \n\n  \"b\": 2\n}", "-b", "{\n  \"a\": 1  \n\n}")]
    [InlineData("{\n  \"a\": 1  ,\n  \"b\": 2 , \n  \"c\": 3\n}", "-b", "{\n  \"a\": 1  ,\n  \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1\n  , \"b\": 2\n  , \"c\": 3\n}", "-b", "{\n  \"a\": 1\n  , \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1, \"b\": 2, \r\n\t\"c\": 3\n}", "-b", "{\n  \"a\": 1,\r\n\t\"c\": 3\n}")]
    public void A_removed_key_leaves_every_other_line_as_it_is(string before, string change, string after) => Check(before, change, after);

    [Theory]
    [InlineData("{\"a\": 1, \"b\": 2,  \"c\": 3}", "-a", "{\"b\": 2,  \"c\": 3}")]
    [InlineData("{\"a\": 1, \"b\": 2,  \"c\": 3}", "-b", "{\"a\": 1, \"c\": 3}")]
    [InlineData("{\"a\": 1, \"b\": 2 ,  \"c\": 3}", "-c", "{\"a\": 1, \"b\": 2}")]
    [InlineData("{\n  \"a\": 1, \"b\": 2,\n  \"c\": 3\n}", "-a", "{\n  \"b\": 2,\n  \"c\": 3\n}")]
    public void A_key_removed_from_among_others_on_its_line_leaves_no_gap(string before, string change, string after) => Check(before, change, after);

    [Fact]
    public void A_file_that_is_new_has_its_keys_in_the_order_of_the_changes() => Assert.Equal(
        """
        {
          "env": {
            "AWS_PROFILE": "work",
            "AWS_REGION": "eu-west-1"
          },
          "awsAuthRefresh": "aws sso login --profile work"
        }

        """,
        EditText.Settings("", "env.AWS_PROFILE=work", "env.AWS_REGION=eu-west-1", "awsAuthRefresh=aws sso login --profile work"));

    [Theory]
    [InlineData("{\n  // mine\n}", "! settings.json:2: The file holds a comment, so Claude Code ignores the whole file. JSON has none: delete it.")]
    [InlineData("{\"a\": 1,\n}", "! settings.json:2: A comma stands before a closing bracket, so Claude Code ignores the whole file. Delete the comma.")]
    [InlineData("{\"a\": 1", "! settings.json:1: The file is not valid JSON from here on (column 8), so Claude Code ignores the whole file. Correct the line, or the one before it.")]
    [InlineData("{}\n{}", "! settings.json:2: The file is not valid JSON from here on (column 1), so Claude Code ignores the whole file. Correct the line, or the one before it.")]
    [InlineData(" \n", "! settings.json:2: The file is empty, so Claude Code ignores the whole file. Write '{}', or delete the file.")]
    [InlineData("[]", "! settings.json:1: The settings are no JSON object, so Claude Code ignores them. Put them into '{ }'.")]
    [InlineData("{\"a\": 1,\n\"b\": 2,\n\"\\u0061\": 3}", "! settings.json:3: 'a' is there a second time, and Claude Code takes the last one. Delete the other.")]
    [InlineData("{\"env\": {\n\"A\": 1, \"A\": 2}}", "! settings.json:2: 'A' is there a second time, and Claude Code takes the last one. Delete the other.")]
    [InlineData("{\n\"env\": []}", "! settings.json:2: 'env' is no JSON object, so Claude Code ignores it. Write '\"env\": { }'.")]
    [InlineData("{\n\"a\": 1, \"env\": null}", "! settings.json:2: 'env' is no JSON object, so Claude Code ignores it. Write '\"env\": { }'.")]
    [InlineData("{\"\\ud800\": 1}", "! settings.json: A text holds half of a surrogate pair ('\\ud800'). Write the character itself.")]
    public void What_may_not_be_rewritten_is_refused_with_its_line(string before, string problem) => Check(before, "k=v", problem);

    [Theory]
    [InlineData("env=v", "! settings.json: The key 'env' is no single setting. Nothing was changed.")]
    [InlineData("-env", "! settings.json: The key 'env' is no single setting. Nothing was changed.")]
    [InlineData("k=a\nb", "! settings.json: The new value of 'k' has a line break or another character that no setting may have. Nothing was changed.")]
    [InlineData("env.A=\0", "! settings.json: The new value of 'env.A' has a line break or another character that no setting may have. Nothing was changed.")]
    public void What_no_setting_may_hold_is_refused(string change, string problem) => Check("{}", change, problem);

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_value() => Check(
        "{}", "k=\ud800", "! settings.json: The new value of 'k' has a line break or another character that no setting may have. Nothing was changed.");

    [Theory]
    [InlineData(new byte[] { 0xff, 0xfe, (byte)'{', 0, (byte)'}', 0 }, "UTF-16")]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xe9, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, "not valid UTF-8")]
    public void Bytes_that_are_no_UTF_8_are_refused(byte[] before, string what) => Assert.Equal(
        $"! settings.json: The file is {what}, so Claude Code cannot read it. Save it as UTF-8.",
        EditText.Text(SettingsEditor.Apply("settings.json", before, [new SettingsChange.Put("k", "v")])));

    private static void Check(string before, string change, string after) => Assert.Equal(after, EditText.Settings(before, change));
}
