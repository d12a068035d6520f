using TrayAgent.Core.Decide;

namespace TrayAgent.Tests.Act;

/// <summary>Remembers progress in order, and lets a test wait for a stage.</summary>
internal sealed class Steps : IProgress<SignInProgress>
{
    private readonly TaskCompletionSource<SignInProgress> _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<SignInProgress> _seen = [];

    /// <summary>Ends when a person is asked to approve.</summary>
    public Task<SignInProgress> WaitingForPerson =>
        _waiting.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    public string Text
    {
        get
        {
            lock (_seen)
            {
                return string.Join(", ", _seen.Select(step => step.Stage));
            }
        }
    }

    public void Report(SignInProgress value)
    {
        lock (_seen)
        {
            _seen.Add(value);
        }

        if (value.Stage == SignInStage.WaitingForPerson)
        {
            _waiting.TrySetResult(value);
        }
    }
}
