using System.Text;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent status</c> for people, 80 columns wide; lines end in LF.</summary>
public static class StatusText
{
    public static string Of(Assessment assessment, TextStyle style)
    {
        var text = new StringBuilder();
        var paint = new Paint(style);
        text.Append(paint.Health(assessment.Overall, Headline.Sentence(assessment))).Append('\n');
        Sections.Append(text, paint, "SESSIONS", Sessions(assessment, paint));
        Sections.Append(text, paint, "PROFILES", Profiles(assessment.Snapshot.Config));
        Sections.Append(text, paint, "FINDINGS", assessment.Findings.SelectMany(finding => FindingLines.Of(finding, paint)));
        Sections.Append(text, paint, "FILES", FileLines.Of(assessment.Snapshot));
        Sections.Append(text, paint, "OTHER HOMES", OtherHomeLines.Of(assessment.Snapshot));
        return text.ToString();
    }

    private static IEnumerable<string> Sessions(Assessment assessment, Paint paint)
    {
        var snapshot = assessment.Snapshot;
        foreach (var status in assessment.Sessions)
        {
            yield return $"{paint.State(status, Visible.Of(status.Name))} {SessionWords.State(status, snapshot)}";
            foreach (var line in Wrapped.Lines(string.Join("; ", Details(status, snapshot)), indent: 2))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Details(SessionStatus status, Snapshot snapshot)
    {
        yield return Claim(status);
        // The end that a token itself tells stands in the line above.
        if (status is { Works: true, End: { Basis: not EndBasis.Token } end })
        {
            yield return $"ends {Phrase.End(end, snapshot.Now, snapshot.Zone)}";
        }

        if (status is { IsRefreshable: true, Token: { } token })
        {
            yield return $"access token {(token.ExpiresAt > snapshot.Now ? "until" : "ended at")} "
                + $"{Phrase.Time(token.ExpiresAt, snapshot.Now, snapshot.Zone)}, can be refreshed";
        }

        if (!status.Session.Profiles.IsDefaultOrEmpty)
        {
            yield return $"profiles: {string.Join(", ", status.Session.Profiles.Select(name => Visible.Of(name)))}";
        }
    }

    private static string Claim(SessionStatus status) =>
        status.IsUsedByClaude ? "used by Claude Code" : status.Matters ? "in use" : "not in use";

    private static IEnumerable<string> Profiles(AwsConfig config) => config.Profiles.IsEmpty
        ? []
        : Table.Lines(
            [
                ["NAME", "KIND", "SESSION", "ACCOUNT", "ROLE", "REGION"],
                .. config.Profiles.Select(profile => new[]
                {
                    profile.Name,
                    Words.Of(profile.Kind),
                    profile.Session ?? "-",
                    profile.AccountId ?? "-",
                    profile.RoleName ?? "-",
                    profile.Region ?? "-",
                }),
            ],
            indent: 2);
}
