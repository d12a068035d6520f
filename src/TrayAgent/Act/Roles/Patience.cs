using TrayAgent.Act.Aws;

namespace TrayAgent.Act.Roles;

/// <summary>Asks again when AWS is throttling or failing: many agents begin at the same moment. It ends within 20 s.</summary>
internal static class Patience
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8),
    ];

    public static async Task<ServiceAnswer<T>> AskAsync<T>(Func<Task<ServiceAnswer<T>>> ask, TimeProvider time, CancellationToken stop)
        where T : class
    {
        var start = time.GetTimestamp();
        foreach (var pause in Pauses)
        {
            var answer = await ask();
            if (answer.Fault is not (ServiceFault.Throttled or ServiceFault.Failing) || time.GetElapsedTime(start) + pause > Limit)
            {
                return answer;
            }

            // Not all at the same moment again.
            await Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), time, stop);
        }

        return await ask();
    }

    private static TimeSpan Limit => TimeSpan.FromSeconds(20);
}
