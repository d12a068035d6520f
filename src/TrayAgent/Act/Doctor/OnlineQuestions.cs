using System.Collections.Immutable;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Models;
using TrayAgent.Act.Roles;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Facts.Online;
using TrayAgent.Core.Facts.Secrets;
using TrayAgent.Files;

namespace TrayAgent.Act.Doctor;

/// <summary>
/// What <c>trayagent doctor --online</c> asks: hosts, tokens of the sessions in use, credentials and models of Claude Code's profile.
/// Nothing of it costs money, opens a browser or waits for a person, and each question has a time limit.
/// </summary>
internal sealed class OnlineQuestions(
    Endpoints endpoints, ProfileLister lister, BedrockCli bedrock, ProcessEnvironment environment, Func<SsoSession, SilentToken> silent, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string[] ProxyVariables = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

    public async Task<OnlineReport> AskAsync(Assessment assessment, CancellationToken stop)
    {
        var subject = OnlineSubject.Of(assessment);
        var hosts = await KnockAsync(subject, stop);
        ImmutableArray<OnlineAnswer> tokens = [.. await Task.WhenAll(subject.Sessions.Select(session => TokenAsync(session, hosts, stop)))];
        var roles = await RolesAsync(subject, tokens, stop);
        var (models, list) = await ModelsAsync(subject, hosts, roles, stop);
        var access = await AccessAsync(subject, models, CalledModels.Of(assessment.Snapshot.Claude, list is null ? assessment.Snapshot.LiveProfiles : [list]), stop);
        var skew = hosts.Select(host => host.Answer.Skew).FirstOrDefault(found => found is not null);
        return new OnlineReport(
            [
                Proxy(),
                .. hosts.Select(host => HostWords.Of(host.Check, host.Whose, host.Answer)),
                .. hosts.Select(host => HostWords.Tls(host.Answer)),
                HostWords.Clock(skew),
                .. subject.Sessions.IsEmpty ? [Skipped(OnlineCheckNames.Token, "No session is in use.")] : tokens,
                .. roles,
                .. subject.WhyNoRegion is { } why ? [Skipped(OnlineCheckNames.Region, why)] : ImmutableArray<OnlineAnswer>.Empty,
                models,
                .. access,
                Call(subject),
            ],
            skew is { } off ? new ClockReading(off, time.GetUtcNow()) : null,
            list);
    }

    private async Task<ImmutableArray<KnockedAt>> KnockAsync(OnlineSubject subject, CancellationToken stop)
    {
        var portals = subject.Sessions
            .Where(session => RegionNames.Is(session.Region))
            .GroupBy(session => session.Region!, StringComparer.Ordinal)
            .Select(group => (OnlineCheckNames.Portal, $"The portal of {Phrase.Names(group.Select(session => session.Name))}", endpoints.PortalAddress(group.Key)));
        var bedrock = subject.WhyNoRegion is null && RegionNames.Is(subject.Region)
            ? [(OnlineCheckNames.Region, $"Bedrock in '{subject.Region}'", endpoints.BedrockAddress(subject.Region!))]
            : Array.Empty<(string, string, Uri)>();
        var question = new HostQuestion(time);
        return
        [
            .. await Task.WhenAll(portals.Concat(bedrock).Select(async host =>
                new KnockedAt(host.Item1, host.Item2, await question.AskAsync(host.Item3, stop)))),
        ];
    }

    private Task<OnlineAnswer> TokenAsync(SsoSession session, ImmutableArray<KnockedAt> hosts, CancellationToken stop)
    {
        var address = RegionNames.Is(session.Region) ? endpoints.PortalAddress(session.Region!) : null;
        return hosts.Any(host => host.Answer.Address == address && host.Answer.Reach != HostReach.Answered)
            ? Task.FromResult(new OnlineAnswer(
                OnlineCheckNames.Token, OnlineResult.Skipped, session.Name, $"The portal of '{session.Name}' did not answer."))
            : LimitedAsync(
                OnlineCheckNames.Token,
                session.Name,
                cancel => new TokenQuestion(endpoints, session, silent(session)).AskAsync(cancel),
                late => late,
                stop);
    }

    private async Task<ImmutableArray<OnlineAnswer>> RolesAsync(
        OnlineSubject subject, ImmutableArray<OnlineAnswer> tokens, CancellationToken stop)
    {
        if (subject.WhyNoRole is { } why)
        {
            return [Skipped(OnlineCheckNames.Role, why), Skipped(OnlineCheckNames.Identity, why)];
        }

        var (profile, session) = (subject.Profile!, subject.Session!);
        if (tokens.FirstOrDefault(token => token.Subject == session.Name) is { Result: not OnlineResult.Fine } token)
        {
            return
            [
                new OnlineAnswer(OnlineCheckNames.Role, token.Result, token.Subject, token.Text),
                Skipped(OnlineCheckNames.Identity, $"The profile '{profile.Name}' gets no credentials."),
            ];
        }

        var source = new RoleSource(endpoints, silent(session), session, subject.Links, time);
        return await LimitedAsync(
            OnlineCheckNames.Role,
            profile.Name,
            cancel => new RoleQuestion(endpoints, source, profile, session.Region!).AskAsync(cancel),
            late => ImmutableArray.Create(late),
            stop);
    }

    private async Task<(OnlineAnswer Answer, LiveProfiles? List)> ModelsAsync(
        OnlineSubject subject, ImmutableArray<KnockedAt> hosts, ImmutableArray<OnlineAnswer> roles, CancellationToken stop)
    {
        var why = subject.WhyNoRegion
            ?? (subject.Profile is null ? subject.WhyNoRole
                : hosts.Any(host => host.Check == OnlineCheckNames.Region && host.Answer.Reach != HostReach.Answered)
                    ? $"Bedrock in '{subject.Region}' did not answer."
                : subject.WhyNoRole is null && roles[0].Result != OnlineResult.Fine ? $"The profile '{subject.Profile.Name}' gets no credentials."
                : null);
        if (why is not null || subject.Profile is not { } profile)
        {
            return (Skipped(OnlineCheckNames.Models, why!), null);
        }

        var token = subject.Session is { } session ? silent(session) : null;
        return await LimitedAsync(
            OnlineCheckNames.Models,
            profile.Name,
            cancel => new ModelQuestion(lister, subject.Cli, profile, token, subject.Region!).AskAsync(cancel),
            late => (late, (LiveProfiles?)null),
            stop);
    }

    private async Task<ImmutableArray<OnlineAnswer>> AccessAsync(
        OnlineSubject subject, OnlineAnswer models, ImmutableArray<string> called, CancellationToken stop)
    {
        if (subject.Profile is not { } profile || subject.WhyNoRegion is not null)
        {
            return AccessQuestion.NotAsked(models.Subject, models.Text);
        }

        // A role that may not list may still ask this; whoever could not be asked at all cannot be asked this either.
        if (models.Result is not (OnlineResult.Fine or OnlineResult.NotPermitted))
        {
            return AccessQuestion.NotAsked(profile.Name, $"See '{OnlineCheckNames.Models}'.");
        }

        var token = subject.Session is { } session ? silent(session) : null;
        return await LimitedAsync(
            OnlineCheckNames.Access,
            profile.Name,
            cancel => new AccessQuestion(bedrock, subject.Cli, profile, token, subject.Region!).AskAsync(called, cancel),
            late => AccessQuestion.NotAsked(profile.Name, late.Text),
            stop);
    }

    /// <summary>Said each time: "all is fine" must not be taken for more than was asked.</summary>
    private static OnlineAnswer Call(OnlineSubject subject) => Skipped(
        OnlineCheckNames.Call,
        subject.WhyNoRegion
        ?? "No model was called, because that costs money, so a missing permission to call one does not show here. If Claude Code is refused (403) "
        + "although all the rest is fine, ask your administrator for 'bedrock:InvokeModel' and 'bedrock:InvokeModelWithResponseStream' on the model "
        + "and its inference profile.");

    private async Task<T> LimitedAsync<T>(
        string check, string about, Func<CancellationToken, Task<T>> ask, Func<OnlineAnswer, T> late, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return late(new OnlineAnswer(check, OnlineResult.Skipped, about, $"AWS did not answer about '{about}' within {Limit.TotalSeconds:0} seconds."));
        }
    }

    private OnlineAnswer Proxy()
    {
        var name = Array.Find(ProxyVariables, variable => !string.IsNullOrEmpty(environment[variable]));
        return name is null
            ? Skipped(OnlineCheckNames.Proxy, "No proxy is set.")
            : new OnlineAnswer(
                OnlineCheckNames.Proxy,
                OnlineResult.Fine,
                name,
                $"Requests go through '{SecretText.Masked(environment[name]!)}' ('{name}'); Claude Code and the AWS CLI take it from their own environment.");
    }

    private static OnlineAnswer Skipped(string check, string why) => new(check, OnlineResult.Skipped, check, why);

    private sealed record KnockedAt(string Check, string Whose, HostAnswer Answer);
}
