using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Act.Doctor;

/// <summary>What knocking at hosts tells: whether they are there, whether they are trusted, and what time it is.</summary>
internal static class HostWords
{
    /// <summary>AWS refuses requests whose time is further off, and whole seconds are lost on the way.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="check">The check that this host belongs to.</param>
    /// <param name="whose">Such as "The portal of 'corp'".</param>
    /// <param name="answer">What came of it.</param>
    public static OnlineAnswer Of(string check, string whose, HostAnswer answer)
    {
        var host = answer.Address.Host;
        return answer.Reach switch
        {
            HostReach.Answered => new OnlineAnswer(check, OnlineResult.Fine, host, $"{whose} ('{host}') answers."),
            HostReach.Untrusted => new OnlineAnswer(check, OnlineResult.Skipped, host, $"{whose} ('{host}') cannot be trusted, see '{OnlineCheckNames.Tls}'."),
            _ => new OnlineAnswer(check, OnlineResult.Unreachable, host, $"{whose} ('{host}') could not be reached."),
        };
    }

    public static OnlineAnswer Tls(HostAnswer answer)
    {
        var host = answer.Address.Host;
        return answer.Reach switch
        {
            HostReach.Untrusted => new OnlineAnswer(
                OnlineCheckNames.Tls, OnlineResult.Untrusted, host, $"The certificate that '{host}' shows is not trusted on this machine."),
            HostReach.Answered when answer.Address.Scheme == Uri.UriSchemeHttps => new OnlineAnswer(
                OnlineCheckNames.Tls,
                OnlineResult.Fine,
                host,
                "The certificates are trusted by this system's list; Claude Code has its own, which 'NODE_EXTRA_CA_CERTS' adds to."),
            HostReach.Answered => new OnlineAnswer(
                OnlineCheckNames.Tls, OnlineResult.Skipped, host, $"'{host}' was asked without encryption, because an endpoint override says so."),
            _ => new OnlineAnswer(OnlineCheckNames.Tls, OnlineResult.Skipped, host, $"'{host}' could not be reached."),
        };
    }

    public static OnlineAnswer Clock(TimeSpan? skew) => skew switch
    {
        null => new OnlineAnswer(OnlineCheckNames.Clock, OnlineResult.Skipped, "clock", "No answer told the time."),
        { } off when off.Duration() > Tolerance => new OnlineAnswer(
            OnlineCheckNames.Clock, OnlineResult.Mismatch, "clock", $"The clock is {Phrase.Span(off)} {(off > TimeSpan.Zero ? "slow" : "fast")}."),
        { } off => new OnlineAnswer(
            OnlineCheckNames.Clock, OnlineResult.Fine, "clock", $"The clock agrees with AWS to within {Math.Ceiling(off.Duration().TotalSeconds) + 1:0} s."),
    };
}
