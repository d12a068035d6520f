using System.Security.Authentication;

namespace TrayAgent.Act.Doctor;

/// <summary>Knocks at a host as the SDKs do, through the same proxy, but with nothing in its hands: no token, no key, no name.</summary>
internal sealed class HostQuestion(TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<HostAnswer> AskAsync(Uri address, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        try
        {
            var asked = time.GetUtcNow();
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);

            // The date has whole seconds, and the answer was on its way for a while.
            return new HostAnswer(address, HostReach.Answered, response.Headers.Date - asked.AddTicks((time.GetUtcNow() - asked).Ticks / 2));
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            return new HostAnswer(address, HostReach.Untrusted, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new HostAnswer(address, HostReach.Unreachable, null);
        }
    }
}
