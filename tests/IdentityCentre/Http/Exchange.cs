using TrayAgent.Loopback.Faults;
using TrayAgent.Loopback.Log;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Http;

/// <summary>One request from arrival to the last byte: fault before the work, the work, fault after it.</summary>
internal sealed class Exchange(CentreState state, FaultSwitches faults, CentreLog log)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; so does its request.
        }
    }

    public static async Task<CentreRequest> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return new CentreRequest(context.Request, await reader.ReadToEndAsync(context.RequestAborted));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        var (operation, handler) = Routes.Of(request);
        var fault = faults.Take(operation);

        // Taken before the arrival is told: whoever waits for it may release at once, also before the work is done.
        var released = faults.Released();
        log.Arrived(operation);
        if (fault?.Kind == FaultKind.Hang)
        {
            await released.WaitAsync(context.RequestAborted);
        }

        var reply = Work(request, operation, handler, fault);
        log.Answered(new CentreEvent(state.Now, operation, reply.Status, reply.Outcome)
        {
            Fault = fault,
            UserAgent = context.Request.Headers.UserAgent.ToString(),
        });
        if (fault?.Kind == FaultKind.HangAnswer)
        {
            await released.WaitAsync(context.RequestAborted);
        }

        await Delivery.SendAsync(context, reply, fault, TimeProvider.System.GetUtcNow() + faults.DateSkew);
    }

    private Reply Work(CentreRequest request, Operation operation, Handler handler, Fault? fault)
    {
        if (fault is null)
        {
            return Handle(request, handler);
        }

        var refusal = Refusal.For(fault.Kind, operation);
        if (refusal is not null && fault.Kind != FaultKind.ServerErrorAfterWork)
        {
            return refusal;
        }

        if (fault.Kind == FaultKind.RevokedSession)
        {
            state.EndLiveSessions(SessionEnd.Revoked);
        }

        var reply = Handle(request, handler);
        return refusal ?? Distortion.Apply(fault, reply);
    }

    private Reply Handle(CentreRequest request, Handler handler)
    {
        lock (state.Gate)
        {
            return handler(request, state);
        }
    }
}
