using TrayAgent.Act.Children;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.ByCli;

/// <summary>What a failed <c>aws sso login</c> means, as a sentence with what to do about it.</summary>
/// <remarks>https://github.com/aws/aws-cli/blob/v2/awscli/constants.py and awscli/errorhandler.py</remarks>
internal static class SignInFailure
{
    public static string Describe(ChildEnd end, SsoSession session, string? profile)
    {
        var text = end.Error + "\n" + end.Output;
        return ByText(text, session, profile) ?? ByCode(end, session);
    }

    private static string? ByText(string text, SsoSession session, string? profile)
    {
        foreach (var (part, sentence) in Known(session, profile))
        {
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return sentence;
            }
        }

        return null;
    }

    /// <summary>Most telling first: some of these texts appear inside others.</summary>
    private static IEnumerable<(string Part, string Sentence)> Known(SsoSession session, string? profile)
    {
        var name = session.Name;
        yield return ("The specified sso-session does not exist",
            $"The AWS CLI found no section [sso-session {name}]. Check 'sso_session' and the section's name in '{session.File}'.");
        yield return ("Missing the following required SSO configuration values",
            $"'{name}' lacks 'sso_start_url' or 'sso_region'. Add it in '{session.File}', line {session.Line}.");
        yield return ("is missing required configuration",
            $"'{name}' lacks 'sso_start_url' or 'sso_region'. Add it in '{session.File}', line {session.Line}.");
        yield return ("is inconsistent between profile",
            $"A profile of '{name}' contradicts its session. Remove 'sso_start_url' and 'sso_region' from the profile in '{session.File}'.");
        yield return ("The config profile (",
            $"The AWS CLI found no profile '{profile ?? name}'. Check its section in '{session.File}'.");
        yield return ("Unable to parse config file",
            $"The AWS CLI cannot read its config file '{session.File}'. 'trayagent status' names the line.");
        yield return ("(InvalidGrantException) when calling the CreateToken operation", SignInRefusal.NotHonoured(session));
        yield return ("InvalidGrantException", SignInRefusal.WrongPlace(session));
        yield return ("InvalidRequestException", SignInRefusal.WrongPlace(session));
        yield return ("InvalidClientException", SignInRefusal.ClientGone(session));
        yield return ("UnauthorizedClientException", SignInRefusal.WrongClient(session));
        yield return ("AccessDeniedException", SignInRefusal.Denied(session));
        yield return ("ExpiredTokenException", SignInRefusal.TooLate(session));
        yield return ("pending authorization to retrieve an SSO token has expired", SignInRefusal.TooLate(session));
        yield return ("device authorization flow to retrieve an SSO token must be restarted", SignInRefusal.TooLate(session));
        yield return ("InvalidScopeException", SignInRefusal.UnknownScope(session));
        yield return ("Failed to retrieve an authorization code",
            $"The browser did not bring the sign-in to '{name}' back to this machine. Sign in again, or with '--device-code'.");
        yield return ("State parameter does not match",
            $"The answer of the sign-in page for '{name}' did not belong to this sign-in, so it was refused. Sign in again.");
        yield return ("authorization callback handler",
            "The AWS CLI could not open a port on this machine for the browser's answer. Sign in with '--device-code'.");
        yield return ("Error loading authorization code", SignInRefusal.NoAuthorization(session));
        yield return ("Error loading SSO Token",
            $"The AWS CLI has no token for '{name}' after the sign-in. Sign in again.");
        yield return ("has expired or is otherwise invalid", $"The session '{name}' has expired. Sign in again.");
        yield return ("Token has expired and refresh failed", $"The session '{name}' has expired and could not be refreshed. Sign in again.");
        yield return ("Could not connect to the endpoint URL", SignInRefusal.Offline(session));
        yield return ("Connection was closed before", SignInRefusal.Offline(session));
        yield return ("Connect timeout on endpoint", SignInRefusal.Offline(session));
        yield return ("Read timeout on endpoint", SignInRefusal.Offline(session));
        yield return ("SSL validation failed",
            "The connection to AWS is not trusted: a proxy may replace certificates. Set 'AWS_CA_BUNDLE' to your company's certificates.");
        yield return ("Failed to connect to proxy",
            "The proxy of 'HTTPS_PROXY' could not be reached. Check the network and the proxy's address.");
        yield return ("TooManyRequestsException", SignInRefusal.Throttled(session));
        yield return ("SlowDownException", SignInRefusal.Throttled(session));
        yield return ("InternalServerException", SignInRefusal.Failing(session));
        yield return ("Unknown options",
            "The AWS CLI is too old for this kind of sign-in. Upgrade it, or sign in without '--device-code'.");
        yield return ("You must specify a region",
            $"'{name}' has no region. Add 'sso_region' in '{session.File}', line {session.Line}.");
        yield return ("must be https", SignInRefusal.NotHttps(session));
    }

    private static string ByCode(ChildEnd end, SsoSession session)
    {
        var said = Sentence.LastLine(end.Error) is { } line ? $": \"{line}\"" : ", and it said nothing";
        return end.ExitCode switch
        {
            // A registration or token file that is no JSON ends every sign-in with nothing but its name.
            255 when BareHash(end.Error) is { } hash =>
                $"The AWS CLI stumbled over an unreadable file in its cache. Delete '{hash}.json' in '~/.aws/sso/cache' and sign in again.",
            2 => $"The AWS CLI is version 1, which cannot sign in to AWS SSO{said}. Install AWS CLI v2.",
            252 => $"The AWS CLI did not understand how it was called{said}. Upgrade AWS CLI v2.",
            253 => $"The AWS CLI refuses the configuration of '{session.Name}'{said}. Check '{session.File}', line {session.Line}.",
            254 => $"AWS refused the sign-in to '{session.Name}'{said}.",
            _ => $"The AWS CLI could not sign in to '{session.Name}' (exit code {end.ExitCode}){said}.",
        };
    }

    /// <summary>Such as <c>aws: [ERROR]: '467ca71f...'</c>: Python's <c>KeyError</c> and nothing else.</summary>
    private static string? BareHash(string error)
    {
        var last = error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        var quoted = last.Split('\'');
        return quoted is [_, { Length: 40 } hash, ""] && hash.All(char.IsAsciiHexDigit) ? hash : null;
    }
}
