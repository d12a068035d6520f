using TrayAgent.Act.Children;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Show;

namespace TrayAgent.Act.Models;

/// <summary>What a failed <c>aws bedrock list-inference-profiles</c> means, as a sentence with what to do about it.</summary>
/// <remarks>https://github.com/aws/aws-cli/blob/v2/awscli/constants.py and awscli/errorhandler.py</remarks>
internal static class ListFailure
{
    private const int WrongArguments = 252;

    public static ProfileListing.NotListed Of(ChildEnd end, string profile, string region)
    {
        var text = end.Error + "\n" + end.Output;
        foreach (var (part, obstacle, sentence) in Known(end.ExitCode, profile, region))
        {
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return new ProfileListing.NotListed(obstacle, sentence);
            }
        }

        return new ProfileListing.NotListed(
            ListObstacle.Failed,
            Sentence.LastLine(end.Error) is { } line
                ? $"The AWS CLI could not list the inference profiles of '{region}': {line.TrimEnd('.')}."
                : $"The AWS CLI ended with {end.ExitCode} and said nothing when it was asked for the inference profiles of '{region}'.");
    }

    /// <summary>Most telling first: some of these texts appear inside others.</summary>
    private static IEnumerable<(string Part, ListObstacle Obstacle, string Sentence)> Known(int exit, string profile, string region)
    {
        var signIn = $"AWS does not accept the session of '{profile}' any more. Sign in: '{CommandLine.Of(["trayagent", "login", "--profile", profile])}'.";
        if (exit == WrongArguments)
        {
            yield return ("invalid choice", ListObstacle.CliTooOld, CliNeed.List.TooOld("The AWS CLI"));
            yield return ("Unknown options", ListObstacle.CliTooOld, CliNeed.List.TooOld("The AWS CLI"));
        }

        yield return ("The config profile (", ListObstacle.NoProfile,
            $"The AWS CLI found no profile '{profile}'. 'trayagent status' shows which there are.");
        yield return ("calling the GetRoleCredentials operation: No access", ListObstacle.Denied,
            $"The account and role of '{profile}' are not assigned to you any more. Ask your administrator.");
        yield return ("calling the GetRoleCredentials operation", ListObstacle.SignInNeeded, signIn);
        yield return ("calling the AssumeRole operation", ListObstacle.Denied,
            $"The role of '{profile}' may not be assumed. Ask your administrator.");
        yield return ("explicit deny in a service control policy", ListObstacle.Forbidden,
            $"Your organisation forbids Bedrock in '{region}' (a service control policy). Take another region, or ask your administrator.");
        yield return ("AccessDenied", ListObstacle.Denied, Denied(profile));
        yield return ("is not authorized to perform", ListObstacle.Denied, Denied(profile));
        yield return ("ExpiredToken", ListObstacle.SignInNeeded, signIn);
        yield return ("security token included in the request is expired", ListObstacle.SignInNeeded, signIn);
        yield return ("Token has expired and refresh failed", ListObstacle.SignInNeeded, signIn);
        yield return ("Error loading SSO Token", ListObstacle.SignInNeeded, signIn);
        yield return ("The SSO session associated with this profile", ListObstacle.SignInNeeded, signIn);
        yield return ("Session token not found or invalid", ListObstacle.SignInNeeded, signIn);
        yield return ("Unable to locate credentials", ListObstacle.NoProfile, $"'{profile}' has no credentials.");

        // The keys are a minute old: AWS says so where an account has not switched a region on.
        yield return ("UnrecognizedClientException", ListObstacle.NotInRegion, NotThere(region));
        yield return ("UnknownOperationException", ListObstacle.NotInRegion, NotThere(region));
        yield return ("doesn't match a supported format", ListObstacle.NotInRegion, NotThere(region));
        yield return ("Could not connect to the endpoint URL",
            ModelCatalogue.BuiltIn.Serves(region) ? ListObstacle.Offline : ListObstacle.NotInRegion,
            ModelCatalogue.BuiltIn.Serves(region)
                ? $"Bedrock in '{region}' could not be reached. Check the network, VPN and proxy."
                : NotThere(region));
        yield return ("Connect timeout on endpoint", ListObstacle.Offline, Unreached(region));
        yield return ("Read timeout on endpoint", ListObstacle.Offline, Unreached(region));
        yield return ("Connection was closed before", ListObstacle.Offline, Unreached(region));
        yield return ("Failed to connect to proxy", ListObstacle.Offline, Unreached(region));
        yield return ("SSL validation failed", ListObstacle.Offline,
            $"The AWS CLI does not trust the certificate that answers for Bedrock in '{region}'. Behind a proxy that opens TLS, set 'AWS_CA_BUNDLE'.");
    }

    private static string Denied(string profile) =>
        $"The role of '{profile}' may not list inference profiles. It needs the permission 'bedrock:ListInferenceProfiles'.";

    private static string NotThere(string region) =>
        $"Bedrock does not answer in '{region}': it is not there, or the account has not switched that region on.";

    private static string Unreached(string region) => $"Bedrock in '{region}' could not be reached. Check the network, VPN and proxy.";
}
