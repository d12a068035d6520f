using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary><c>awsAuthRefresh</c> signs in to another session than the one Claude Code's credentials come from.</summary>
internal static class ClaudeRefreshWrongProfile
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.ClaudeIdentity is not
            {
                Kind: AwsIdentityKind.Profile or AwsIdentityKind.ExportCommand, Profile: { } profile, Session: { } session,
            }
            || judged.ClaudeSettings[ClaudeKeys.AuthRefresh] is not { IsSet: true } refresh)
        {
            yield break;
        }

        // What is neither ours nor the AWS CLI's may sign in to whatever it likes.
        var command = SettingsCommand.Of(refresh.Value);
        if (!command.IsAwsSignIn && !command.IsBrokerRefresh)
        {
            yield break;
        }

        // What does not exist has a finding of its own.
        var sessions = command.Profiles.Select(name => judged.ProfileOfClaude(name)?.Session)
            .Concat(command.Sessions.Select(name => judged.ConfigOfClaude.Session(name)?.Name))
            .ToList();
        if (sessions.Count > 0 && sessions.TrueForAll(name => name is not null && name != session))
        {
            yield return new Found(new Finding(
                FindingCodes.ClaudeRefreshWrongProfile,
                Severity.Error,
                ClaudeKeys.AuthRefresh,
                $"'awsAuthRefresh' in '{refresh.Source}' signs in to the session '{sessions[0]}', but Claude Code uses the profile "
                + $"'{profile}', whose session is '{session}'.",
                ClaudeRemedies.Wire(judged, command.IsAwsSignIn ? WiringMode.Plain : WiringMode.Broker, profile)))
            {
                File = refresh.Source.Place,
                Keys = [ClaudeKeys.AuthRefresh],
                Profiles = [profile],
            };
        }
    }
}
