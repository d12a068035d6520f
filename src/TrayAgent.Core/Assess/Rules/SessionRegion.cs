using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>The Identity Center's region is missing or is no region.</summary>
internal static class SessionRegion
{
    public static IEnumerable<Found> Find(Judged judged) =>
        from status in judged.Sessions
        let message = Message(status.Session)
        where message is not null
        select new Found(new Finding(
            FindingCodes.SessionRegion,
            Judged.Weigh(status, Severity.Error),
            status.Name,
            $"The session '{status.Name}' {message}.",
            Remedy.Advice(
                $"Write the region of your IAM Identity Center as 'sso_region' "
                + $"into the section at '{status.Session.File}:{status.Session.Line}'.")))
        {
            Session = status.Name,
            File = status.Session.File,
        };

    /// <remarks>A legacy profile without a region is incomplete, and said to be so there.</remarks>
    private static string? Message(SsoSession session) => session switch
    {
        { Region: null or "", Kind: SessionKind.Legacy } => null,
        { Region: null or "" } => "has no 'sso_region'",
        { Region: { } region } when !RegionNames.Is(region) => $"has the region '{region}', which is none",
        _ => null,
    };
}
