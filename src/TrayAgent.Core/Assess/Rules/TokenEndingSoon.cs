namespace TrayAgent.Core.Assess.Rules;

/// <summary>A session that matters ends within the longest lead time.</summary>
internal static class TokenEndingSoon
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Mattering
        .Where(status => status.Works && status.EndsWithin(judged.Policy.LongestLeadTime, judged.Now))
        .Select(status => new Found(new Finding(
            FindingCodes.TokenEndingSoon,
            Severity.Warning,
            status.Name,
            $"The session '{status.Name}' ends {Phrase.End(status.End!, judged.Now, judged.Snapshot.Zone)}.",
            Remedies.Renew(status.Session)))
        {
            Session = status.Name,
        });
}
