using TrayAgent.Act.Aws;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Broker;

/// <summary>
/// Answers one caller of <c>auth-refresh</c> (design 4.7): by the file, by a question to the portal, by a refresh, and only then
/// by a person.
/// </summary>
internal sealed class TokenBroker(
    SilentToken silent,
    PortalQuestion portal,
    SharedSignIn signIn,
    TokenFile tokens,
    AnsweredFile answered,
    SsoSession session,
    BrokerLimits limits,
    TimeProvider time)
{
    /// <param name="tell">Gets what a person has to do meanwhile.</param>
    /// <param name="stop">Ends this caller only.</param>
    /// <exception cref="OperationCanceledException">The caller had enough.</exception>
    public async Task<BrokerOutcome> AnswerAsync(Action<string> tell, CancellationToken stop)
    {
        var began = time.GetUtcNow();
        var (standing, doubt) = await LookAsync(stop);
        switch (standing)
        {
            case TokenStanding.Good good:
                Remember(good.Token.Fingerprint, good.Origin);
                return new BrokerOutcome.Good(doubt);

            case TokenStanding.NeedsPerson(_, var dead):
                return await WaitAsync(new SignInWish(dead, began, began + limits.Caller), tell, stop);

            case TokenStanding.Failed(var text):
                return new BrokerOutcome.NotGood(text);

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<BrokerOutcome> WaitAsync(SignInWish wish, Action<string> tell, CancellationToken stop)
    {
        if (await signIn.WaitAsync(wish, tell, stop) is { } failure)
        {
            return new BrokerOutcome.NotGood(failure);
        }

        if (tokens.Read() is { } fresh)
        {
            Remember(fresh.Fingerprint, TokenOrigin.Fresh);
        }

        return new BrokerOutcome.Good(null);
    }

    /// <summary>Without a person. The doubt is a sentence when the portal could not be asked, so that the file's word stands.</summary>
    private async Task<(TokenStanding Standing, string? Doubt)> LookAsync(CancellationToken stop)
    {
        if (await silent.GetAsync(stop) is var first && !IsDoubted(first))
        {
            return (first, null);
        }

        using var turn = await portal.TakeTurnAsync(stop);

        // Whoever had the turn before us has perhaps learned it already.
        if (await silent.GetAsync(stop) is var standing && !IsDoubted(standing))
        {
            return (standing, null);
        }

        return await AskAsync(((TokenStanding.Good)standing).Token, stop);
    }

    private async Task<(TokenStanding Standing, string? Doubt)> AskAsync(TokenSecret token, CancellationToken stop)
    {
        var fault = await portal.AskAsync(token, stop);
        if (fault == ServiceFault.Refused)
        {
            return (await silent.AfterRefusalAsync(token.Fingerprint, stop), null);
        }

        // Before the turn ends, so that the next one finds it.
        Remember(token.Fingerprint, TokenOrigin.Fresh);
        if (fault == ServiceFault.None)
        {
            await silent.RememberUseAsync();
            return (new TokenStanding.Good(token, TokenOrigin.Fresh), null);
        }

        return (
            new TokenStanding.Good(token, TokenOrigin.Found),
            $"Whether AWS still accepts the token of '{session.Name}' is not known, because {ServiceAnswer.Reason(fault)}; by its file it is good.");
    }

    /// <summary>Somebody had the answer "good" a short while ago and is back.</summary>
    private bool IsDoubted(TokenStanding standing)
    {
        var now = time.GetUtcNow();
        return standing is TokenStanding.Good { Origin: TokenOrigin.Found } good
            && answered.Read(good.Token.Fingerprint) is { } before
            && before.WasAnsweredSoonBefore(now)
            && !before.WasJustAsked(now);
    }

    private void Remember(string fingerprint, TokenOrigin origin)
    {
        var now = time.GetUtcNow();
        answered.Write(new Answered(fingerprint, now, origin == TokenOrigin.Fresh ? now : answered.Read(fingerprint)?.AskedAt));
    }
}
