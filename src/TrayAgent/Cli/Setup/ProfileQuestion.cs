using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Cli.Setup;

/// <summary>The default region and the name of the profile.</summary>
internal sealed class ProfileQuestion(Questions questions, AwsConfig config, ProcessEnvironment environment)
{
    public async Task<SetupProfile> AskAsync(SetupOptions options, SetupSession session, string account, string role)
    {
        var there = config.Profiles.FirstOrDefault(
            profile => (profile.SsoSession, profile.AccountId, profile.RoleName) == (session.Name, account, role));
        var region = await RegionAsync(options.Region, there, session);
        var suggestion = there?.Name ?? SetupProfile.SuggestedName(account, role);
        var given = options.Profile;
        while (true)
        {
            var name = await questions.TextAsync(
                new Question("--profile", "Profile name", NameProblem) { Suggestion = suggestion, Certain = suggestion }, given);
            var profile = new SetupProfile(name, session.Name, account, role, region);
            if (await IsAcceptedAsync(profile, options))
            {
                return profile;
            }

            given = null;
        }
    }

    private async Task<string> RegionAsync(string? given, Profile? there, SetupSession session)
    {
        var certain = there?.Region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"];
        certain = RegionNames.Is(certain) ? certain : null;
        return await questions.TextAsync(
            new Question("--region", "Default region", RegionAnswer.Problem) { Suggestion = certain ?? session.Region, Certain = certain },
            given);
    }

    /// <summary>False: another name is to be asked for.</summary>
    private async Task<bool> IsAcceptedAsync(SetupProfile profile, SetupOptions options)
    {
        switch (profile.In(config))
        {
            case Standing.Foreign(var text) when !questions.HasTerminal:
                throw SetupEndException.Usage(text);

            case Standing.Foreign(var text):
                questions.Say(text);
                return false;

            case Standing.Differs(var text) when !options.MayUpdate:
                if (!questions.HasTerminal)
                {
                    throw SetupEndException.Usage($"{text} '--update' changes it; or give another '--profile'.");
                }

                questions.Say(text);
                return await questions.PickAsync("--update", $"Profile '{profile.Name}'", ["Change it", "Choose another name"]) == 0;

            default:
                return true;
        }
    }

    private string? NameProblem(string name) => config.Profile(name) is null ? SetupNames.Problem("profile", name) : null;
}
