using System.Text;

namespace TrayAgent.Act.ByCli;

/// <summary>Gathers what the AWS CLI prints and says when its page is known, without waiting for the end of the process.</summary>
internal sealed class SignInPageWatch(TimeProvider time, TimeSpan quietAfter)
{
    private readonly TaskCompletionSource<SignInOutput?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _line = new();
    private SignInOutput _output = SignInOutput.Empty;
    private ITimer? _quiet;

    /// <summary>Null when the process ended without a page.</summary>
    public Task<SignInOutput?> ReadyAsync() => _ready.Task;

    /// <summary>Takes a piece of stdout; called by one reader at a time.</summary>
    public void Add(string piece)
    {
        foreach (var character in piece)
        {
            if (character == '\n')
            {
                _output = _output.Next(_line.ToString().TrimEnd('\r'));
                _line.Clear();
            }
            else if (_line.Length < 8 * 1024)
            {
                _line.Append(character);
            }
        }

        if (_output.IsComplete)
        {
            _ready.TrySetResult(_output);
        }
        else if (_output.Url is not null)
        {
            var seen = _output;
            _quiet?.Dispose();
            _quiet = time.CreateTimer(_ => _ready.TrySetResult(seen), null, quietAfter, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The process has ended: there is nothing more to open.</summary>
    public void End()
    {
        _quiet?.Dispose();
        _ready.TrySetResult(null);
    }
}
