using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary>Looks at the machine anew and judges one session of it.</summary>
internal sealed class SessionLook(Machine machine, SsoSession session)
{
    public async Task<SessionStatus> JudgeAsync(CancellationToken stop)
    {
        var snapshot = await machine.Inspector.InspectSettledAsync(stop);

        // Somebody may have taken it out of the config meanwhile: who began with it ends with it.
        var config = snapshot.Config.Session(session.Name) is null
            ? snapshot.Config with { Sessions = snapshot.Config.Sessions.Add(session) }
            : snapshot.Config;
        return Assessor.Assess(snapshot with { Config = config }, machine.Settings.Current.Policy)
            .Sessions.Single(status => status.Name == session.Name);
    }
}
