using CsCheck;

namespace TrayAgent.Peers.Tests.Configs;

/// <summary>Config files that are plain for the most part, with some of what tools disagree about, alone and combined.</summary>
internal static class ConfigSamples
{
    private static readonly string[] PlainHeaders =
    [
        "[default]", "[profile a]", "[profile b]", "[profile c-d.e]", "[sso-session s]", "[sso-session t]", "[services x]", "[a]",
        "[b]",
    ];

    private static readonly string[] OddHeaders =
    [
        "[profile default]", "[profile \"a\"]", "[profile 'a']", "[profile \"my prof\"]", "[profile my prof]", "[profile  a]",
        "[profile\ta]", "[ profile a ]", "  [profile a]", "[profile a ]", "[profile.a]", "[profile a] # c", "[profile a]# c",
        "[profile a] ; c", "[profile a", "[profile a=b]", "[profile a]x]", "[profile (a)]", "[profile é]", "[profile a/b@c+d%e:f.g]",
        "[profile a#b]", "[profile a #b]", "[profile \"a]", "[profile a\\ b]", "[profile \"\"]", "[profile \"a\\\"b\"]", "[profiles a]",
        "[profile]", "[]", "[DEFAULT]", "[Default]", "[sso-session  s]", "[sso-session \"s\"]", "[sso-session.s]", "[sso-session s]# c",
        "[sso-session é]", "[profile a]=b", "[preview]", "[profile\u00a0a]", "[profile __proto__]", "[__proto__]",
        "[my prof]", "[profile a b c]", "[services s]# c", "[profile a\u2003]", "[PROFILE a]", "[Profile a]", "[profile -]",
    ];

    private static readonly string[] PlainLines =
    [
        "region = eu-west-1", "region=us-east-1", "sso_session = s", "sso_session = t", "sso_region = us-east-1",
        "sso_start_url = https://d-1.awsapps.com/start", "sso_start_url = https://d-1.awsapps.com/start#/", "sso_account_id = 111122223333",
        "sso_role_name = r", "sso_registration_scopes = sso:account:access, x:y", "role_arn = arn:aws:iam::1:role/x", "source_profile = a",
        "role_session_name = n", "external_id = e", "duration_seconds = 900", "mfa_serial = arn:aws:iam::1:mfa/m", "output = json",
        "credential_process = x", "aws_access_key_id = AKIA", "aws_secret_access_key = s", "login_session = l",
        "s3 =\n  addressing_style = path", "# comment", "; comment", "", "#[profile z]",
    ];

    private static readonly string[] OddLines =
    [
        "REGION = eu-north-1", "Sso_Session = s", "region : eu-west-2", "region: eu-west-2", "sso_session: s", "region = x # c", "region = x ; c",
        "region = x#c", "region = #c", "region = \"q\"", "region = 'q'", "region =", "region", "= x", "  region = eu-west-1", "\tregion = eu-west-3",
        "    more", "    a = b", "    # comment", "   ", "sso_session =", "sso_session = S", "sso_start_url: https://d-1.awsapps.com/start",
        "s3 =", "s3 =\n  region = x", "s3 =\n  a = b\n\n  # c\n  region = d", "s3 =\n  a = b\nregion = x", "s3 =\n  cd", "s3 = x\n  region = y",
        "key = v\u000bw", "region\u2003= v", "region = a\u001cb", "name with space = x", "[x = y", "region = é", "a\r b = c", "region = \u00a0x\u00a0",
        "region = x\u0085", "region = x\u001f", "sso_region = us-east-1\r", "region = x\u0000y", "region = x\u2028region = y", "region = a=b", "region = a:b",
        "region = [a]", "region = [a", "[a] = x", "region == x", "region = = x", "region := x", "role_arn : a = b", "__proto__ = x", "\u200bregion = x",
        "\ufeffregion = x", "region\t=\tx", "sso_registration_scopes = a,,b ,", "sso_registration_scopes = a\n  b", "region = x\\", "regİon = x", "ſso_session = s",
    ];

    private static readonly Gen<string> AnyName = Gen.String[Gen.Char["ab1-_.@+%:/ ()='\"#;é]\\\t"], 1, 5];

    private static readonly Gen<string> AnyValue = Gen.String[Gen.Char["axy1=:#;\"' []\\,é\t"], 0, 6];

    private static readonly Gen<string> Header = Gen.Frequency(
        (12, One(PlainHeaders)),
        (3, One(OddHeaders)),
        (1, Gen.Select(One("profile", "profile", "sso-session", "services", "other"), AnyName, (kind, name) => $"[{kind} {name}]")));

    private static readonly Gen<string> Line = Gen.Frequency(
        (14, One(PlainLines)),
        (3, One(OddLines)),
        (1, Gen.Select(One("region", "sso_session", "role_arn", "x"), One("=", " = ", ": ", " : ", ":"), AnyValue,
            (key, delimiter, value) => key + delimiter + value)));

    private static readonly Gen<string> Section = Gen.Select(Header, Line.Array[0, 6], (header, lines) =>
        $"{header}\n{string.Concat(lines.DistinctBy(KeyOf).Select(line => line + "\n"))}");

    /// <summary>One in twelve has what makes the AWS CLI refuse the whole file: twice the same section.</summary>
    private static readonly Gen<string> Sections = Gen.Select(Section.Array[0, 5], Gen.Int[0, 11], (sections, dice) =>
        string.Concat(dice == 0 ? sections : sections.DistinctBy(section => section.Split('\n')[0])));

    private static readonly Gen<string> File = Gen.Select(Sections, Gen.Int[0, 11], Gen.Int[0, 29], Gen.Int[0, 3], Finished);

    /// <summary>The SDK for JavaScript keeps its sessions among the profiles: one with such a name cannot be told from them.</summary>
    private static readonly Gen<string> Credentials = Gen.Frequency(
        (2, Gen.Const("")), (1, File.Select(text => text.Replace("[sso-session.", "[sso.", StringComparison.Ordinal))));

    public static Gen<ConfigSample> Any { get; } =
        Gen.Select(File, Credentials, (config, credentials) => new ConfigSample(config, credentials));

    private static Gen<string> One(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static string Finished(string text, int lineEnd, int start, int end)
    {
        var cut = end == 0 ? text.TrimEnd('\n') : text;
        var lines = lineEnd switch
        {
            0 => cut.Replace("\n", "\r\n", StringComparison.Ordinal),
            1 when cut.IndexOf('\n', StringComparison.Ordinal) is var at and >= 0 => cut.Insert(at, "\r"),
            _ => cut,
        };
        return start switch
        {
            0 => "\ufeff" + lines,
            1 => "\n\n" + lines,
            2 => "region = early\n" + lines,
            _ => lines,
        };
    }

    /// <summary>What stands twice in a section is an error of its own, and would hide the others.</summary>
    private static string KeyOf(string line) =>
        line.IndexOfAny(['=', ':']) is var at and > 0 ? line[..at].Trim().ToUpperInvariant() : line;
}
