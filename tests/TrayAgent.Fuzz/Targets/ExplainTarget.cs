using System.Collections.Immutable;
using System.Text;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Explain;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>What is pasted into <c>trayagent explain</c>: the answer is whole sentences, and AFL++ takes a second for a hang.</summary>
internal static class ExplainTarget
{
    private static readonly Assessment Machine = Assessor.Assess(Snapshot(), Policy.Default);

    public static void Run(byte[] input)
    {
        if (Explainer.Explain(Encoding.UTF8.GetString(input), Machine) is not { } explanation)
        {
            return;
        }

        Invariant.IsSentence(explanation.What);
        Invariant.Holds(explanation.Why.Length > 10 && explanation.Why[^1] is '.' or '?', $"no sentence: {explanation.Why}");
        Invariant.Holds(explanation.Remedy.Text[^1] is '.' or ':', $"no sentence: {explanation.Remedy.Text}");
        Invariant.Holds(
            !ExplanationText.Of(explanation, TextStyle.Plain).Any(c => c != '\n' && char.IsControl(c)), "a control character is shown");
    }

    private static Snapshot Snapshot() => new()
    {
        Now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        Zone = TimeZoneInfo.Utc,
        Config = AwsConfigParser.Parse(
            "config",
            "[profile work]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = r\n[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://d-1.awsapps.com/start\n"u8,
            "credentials",
            []),
        Cache = new TokenCache { Folder = "cache" },
        Claude = new ClaudeSettings { UserFile = "settings.json" },
        Environment = AwsEnvironment.Empty,
        AwsCli = new AwsCli.Missing(),
        Homes = [],
        History = ImmutableDictionary<string, SessionHistory>.Empty,
    };
}
