namespace TrayAgent.Loopback.State;

/// <summary>
/// Counts polls against the interval and says when a client is too fast.
/// It allows a burst, because the AWS CLI polls twice before its first pause.
/// </summary>
internal sealed class PollBudget
{
    private const double Burst = 3;
    private double _left = Burst;
    private DateTimeOffset? _last;

    public bool Spend(DateTimeOffset now, TimeSpan interval)
    {
        var earned = _last is { } last && interval > TimeSpan.Zero ? (now - last) / interval : Burst;
        _last = now;
        _left = Math.Min(Burst, _left + Math.Max(0, earned));
        if (_left < 1)
        {
            return false;
        }

        _left--;
        return true;
    }
}
