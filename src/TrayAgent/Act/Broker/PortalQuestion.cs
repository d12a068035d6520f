using TrayAgent.Act.Aws;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act.Broker;

/// <summary>Asks the portal whether it still takes a token that its file calls good: one process for all that want to know.</summary>
internal sealed class PortalQuestion(AwsPaths paths, Endpoints endpoints, SsoSession session, AnsweredFile answered, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(10);

    /// <summary>Null where there can be no lock, or somebody holds it for too long: then everybody asks for themselves.</summary>
    public async Task<FileLock?> TakeTurnAsync(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(LockLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            OwnFolder.CreatePrivate(paths.Locks);
            return await FileLock.TakeAsync(answered.Lock, time, either.Token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException
            || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary><see cref="ServiceFault.None"/> for a yes, <see cref="ServiceFault.Refused"/> for a no; else nobody knows.</summary>
    public async Task<ServiceFault> AskAsync(TokenSecret token, CancellationToken stop)
    {
        var region = token.Region ?? session.Region;
        if (Endpoints.ObstacleOf(region, session.Name) is not null)
        {
            return ServiceFault.Unexpected;
        }

        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        using var portal = new Portal(endpoints, region!, token);
        try
        {
            return (await portal.ListAccountsAsync(maximum: 1, either.Token)).Fault;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return ServiceFault.Unreachable;
        }
    }
}
