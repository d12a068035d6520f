using TrayAgent.Core.Decide;
using TrayAgent.State;

namespace TrayAgent.Act.Sessions;

/// <summary>
/// What is remembered at once while a portal session is ended: whatever ends this process meanwhile,
/// a token that looks alive must not be shown as that.
/// </summary>
internal sealed class SessionNotes(StateFile state, TimeProvider time)
{
    /// <summary>Before AWS is asked to end the session of this token.</summary>
    public Task EndingAsync(string session, string fingerprint) =>
        RememberAsync(was => was.Ending(session, fingerprint, time.GetUtcNow()));

    /// <summary>AWS did not end it.</summary>
    public Task GoingOnAsync(string session, string fingerprint) => RememberAsync(was => was.GoingOn(session, fingerprint));

    public Task EndedAsync(string session, string fingerprint) => RememberAsync(was => was.Ended(session, fingerprint));

    public Task RefreshedAsync(RefreshOutcome outcome) => RememberAsync(was => was.After(outcome, time.GetUtcNow()));

    private async Task RememberAsync(Func<AgentState, AgentState> change)
    {
        try
        {
            await state.UpdateAsync(change, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The outcome says it once more, and whoever gets that tells the person when it cannot be kept.
        }
    }
}
