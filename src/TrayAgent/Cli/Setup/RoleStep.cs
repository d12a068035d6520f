using TrayAgent.Act.Aws;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Setup;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Hosting;

namespace TrayAgent.Cli.Setup;

/// <summary>Asks for account and role, and lets AWS prove that the profile will work.</summary>
internal sealed class RoleStep(Machine machine, SetupOptions options, Questions questions, SignedIn signedIn)
{
    private readonly Endpoints _endpoints = new(machine.Environment, machine.Settings.Current);

    public async Task<(string Account, string Role)> AskAsync()
    {
        var account = await AccountQuestion.AskAsync(questions, options.Account, signedIn.Accounts);
        var roles = await questions.WhileAsync("Listing your roles", async _ =>
        {
            using var portal = new Portal(_endpoints, signedIn.Session.Region, signedIn.Token.Secret);
            return await new PortalAssignments(portal, machine.Time, _ => { }).RolesAsync(account.Id, questions.Stop);
        });
        return roles.Value is { } all
            ? (account.Id, await RoleQuestion.AskAsync(questions, options.Role, account, all))
            : throw SetupEndException.Failed(
                $"The roles that are assigned to you in account {Assignments.Line(account)} could not be listed: {ServiceAnswer.Reason(roles.Fault)}.");
    }

    /// <summary>Who AWS says that the person will be; before anything is written.</summary>
    public async Task ProveAsync(SetupProfile profile)
    {
        var config = signedIn.Request.Config;
        var request = signedIn.Request with
        {
            Profile = profile.Name,
            Config = config with { Profiles = [.. config.Profiles.Where(other => other.Name != profile.Name), Facts(profile, config)] },
        };
        var (text, fault) = await questions.WhileAsync(
            "Asking AWS who you are in that role",
            _ => new SignInProof(_endpoints).ProveAsync(request, signedIn.Token.Secret, questions.Stop));
        if (fault != ServiceFault.None)
        {
            throw SetupEndException.Failed(fault is ServiceFault.Forbidden or ServiceFault.NotFound
                ? $"AWS lists the role '{profile.RoleName}' in account '{profile.AccountId}', but gives no credentials for it: "
                    + $"{ServiceAnswer.Reason(fault)}. Ask your administrator. {SetupVerb.NothingChanged}"
                : $"{text} {SetupVerb.NothingChanged}");
        }

        questions.Say(text);
    }

    private static Profile Facts(SetupProfile profile, AwsConfig config) => new()
    {
        Name = profile.Name,
        Kind = ProfileKind.SsoSession,
        File = config.ConfigFile,
        Line = config.Profile(profile.Name)?.Line ?? 0,
        Session = profile.Session,
        SsoSession = profile.Session,
        AccountId = profile.AccountId,
        RoleName = profile.RoleName,
        Region = profile.Region,
    };
}
