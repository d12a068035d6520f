using System.Globalization;
using System.Text;

namespace TrayAgent.Core.Tests.Facts.Aws;

/// <summary>Config files with every construct that tools disagree about, alone and combined.</summary>
internal static class ConfigSamples
{
    private static readonly string[] Headers =
    [
        "[default]", "[profile default]", "[profile a]", "[profile b]", "[profile \"a\"]", "[profile 'a']",
        "[profile \"my prof\"]", "[profile my prof]", "[profile  a]", "[profile\ta]", "[ profile a ]", "  [profile a]",
        "[profile a ]", "[profile.a]", "[profile a] # c", "[profile a]# c", "[profile a", "[profile a=b]", "[profile a]x]",
        "[profile (a)]", "[profile é]", "[profile a/b@c+d%e:f.g]", "[profile a#b]", "[profile \"a]", "[profile a\\ b]",
        "[profile \"\"]", "[profile \"a\\\"b\"]", "[profiles a]", "[profile]", "[]", "[DEFAULT]", "[Default]", "[a]", "[b]",
        "[sso-session s]", "[sso-session  s]", "[sso-session \"s\"]", "[sso-session t]", "[sso-session.s]", "[services x]",
        "[profile a]=b", "[preview]", "[profile\u00a0a]",
    ];

    private static readonly string[] Lines =
    [
        "region = eu-west-1", "region=us-east-1", "REGION = eu-north-1", "region : eu-west-2", "region = x # c", "region = x ; c",
        "region = \"q\"", "region =", "region", "= x", "  region = eu-west-1", "\tregion = eu-west-3", "    more",
        "    a = b", "    # comment", "", "   ", "# comment", "; comment", "#[profile z]", "sso_session = s", "sso_session = t",
        "sso_session = S", "sso_session =", "sso_start_url = https://d-1.awsapps.com/start",
        "sso_start_url = https://d-1.awsapps.com/start#/", "sso_start_url: https://d-1.awsapps.com/start",
        "sso_region = us-east-1", "sso_region = eu-west-1", "sso_account_id = 111122223333", "sso_role_name = r",
        "sso_registration_scopes = sso:account:access", "role_arn = arn:aws:iam::1:role/x", "source_profile = a",
        "source_profile = b", "source_profile = default", "credential_source = Environment", "credential_process = x",
        "aws_access_key_id = AKIA", "aws_secret_access_key = s", "web_identity_token_file = f", "s3 =", "sso =",
        "    addressing_style = path", "  endpoint_url = http://127.0.0.1:1", "endpoint_url = http://127.0.0.1:1",
        "key = v\u000bw", "key2\u2003= v", "key3 = a\u001cb", "name with space = x", "[x = y", "region = é", "a\r b = c",
        "region = \u00a0x\u00a0", "sso_region = us-east-1\r",
    ];

    /// <summary>Each header and each line once in a place where it can do something.</summary>
    public static IEnumerable<Sample> Table()
    {
        foreach (var header in Headers)
        {
            yield return new Sample($"[profile z]\nregion = z\n{header}\nregion = eu-west-1\n", "");
            yield return new Sample($"{header}\nregion = eu-west-1\n\n[profile z]\nregion = z\n", "");
            yield return new Sample("[profile a]\nregion = z\n", $"{header}\naws_access_key_id = AKIA\n");
        }

        foreach (var line in Lines)
        {
            yield return new Sample($"[profile a]\n{line}\nsso_region = us-east-1\n[profile z]\nregion = z\n", "");
            yield return new Sample($"{line}\n[profile a]\nregion = z\n", "");
            yield return new Sample($"[profile a]\nsso_role_name = r\n{line}\n{line}\n", "");
        }

        yield return new Sample("\ufeff[profile a]\nregion = x\n", "");
        yield return new Sample("\ufeff# c\n", "");
        yield return new Sample("", "");
        yield return new Sample("[profile a]\r\nregion = x\r\n\r\n[profile b]\r\nregion = y\r\n", "");
        yield return new Sample("[profile a]\ns3 =\n  a = b\n\n  # c\n  c = d\nregion = x\n", "");
        yield return new Sample("[profile a]\ns3 =\n  a = b\n  cd\nregion = x\n", "");
        yield return new Sample("[DEFAULT]\nregion = d\n[DEFAULT]\nsso_region = e\n[profile a]\n[sso-session s]\n", "");
        yield return new Sample("[profile a]\nregion = x\n", "[a]\nregion = y\n[DEFAULT]\nsso_region = z\n");
    }

    /// <summary>Any header over any line: most of them the AWS CLI refuses.</summary>
    public static IEnumerable<Sample> Mixed(int count)
    {
        var dice = new Dice(20261123);
        for (var i = 0; i < count; i++)
        {
            yield return new Sample(File(dice, 4), dice.Next(3) == 0 ? File(dice, 3) : "");
        }
    }

    /// <summary>Files that the AWS CLI accepts, with profiles of every kind, chains, loops and contradictions.</summary>
    public static IEnumerable<Sample> Accepted(int count)
    {
        var dice = new Dice(19700101);
        string[] profiles = ["default", "profile a", "profile b", "profile c", "profile \"d e\"", "sso-session s", "sso-session t"];
        for (var i = 0; i < count; i++)
        {
            yield return new Sample(
                string.Concat(profiles.Select(header => Section(dice, header))),
                dice.Next(2) == 0 ? Section(dice, "a") + Section(dice, "default") + Section(dice, "f") : "");
        }
    }

    private static string File(Dice dice, int sections)
    {
        var text = new StringBuilder();
        for (var i = dice.Next(sections) + 1; i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"{dice.Pick(Headers)}\n");
            for (var lines = dice.Next(4); lines > 0; lines--)
            {
                text.Append(CultureInfo.InvariantCulture, $"{dice.Pick(Lines)}\n");
            }
        }

        return text.ToString();
    }

    private static string Section(Dice dice, string header)
    {
        var text = new StringBuilder($"[{header}]\n");
        foreach (var (key, odds, values) in Keys)
        {
            // Account and role of a session are ours to fill in: the AWS CLI does so too, but later.
            var belongsToProfile = key is "sso_account_id" or "sso_role_name";
            if (dice.Next(100) < odds && !(belongsToProfile && header.StartsWith("sso-session", StringComparison.Ordinal)))
            {
                text.Append(CultureInfo.InvariantCulture, $"{key} = {dice.Pick(values)}\n");
            }
        }

        return dice.Next(8) == 0 ? "" : text.ToString();
    }

    private static readonly (string Key, int Odds, string[] Values)[] Keys =
    [
        ("region", 50, ["eu-west-1", "x # c", "\"q\""]),
        ("sso_session", 40, ["s", "s", "t", "S", "nope"]),
        ("sso_start_url", 50, ["https://d-1.awsapps.com/start", "https://d-1.awsapps.com/start", "https://d-1.awsapps.com/start/"]),
        ("sso_region", 60, ["us-east-1", "us-east-1", "us-east-1", "eu-west-1"]),
        ("sso_account_id", 50, ["111122223333"]),
        ("sso_role_name", 50, ["r"]),
        ("sso_registration_scopes", 10, ["sso:account:access"]),
        ("role_arn", 25, ["arn:aws:iam::1:role/x"]),
        ("source_profile", 25, ["a", "b", "c", "d e", "default", "f", "nope"]),
        ("credential_source", 8, ["Environment"]),
        ("credential_process", 10, ["x"]),
        ("web_identity_token_file", 5, ["f"]),
        ("aws_access_key_id", 15, ["AKIA"]),
        ("aws_secret_access_key", 15, ["s"]),
    ];

    internal sealed record Sample(string Config, string Credentials);

    /// <summary>A generator of our own: a library's may change between versions, and a seed must mean the same for ever.</summary>
    private sealed class Dice(uint state)
    {
        private uint _state = state;

        public string Pick(string[] choices) => choices[Next(choices.Length)];

        public int Next(int limit)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)limit);
        }
    }
}
