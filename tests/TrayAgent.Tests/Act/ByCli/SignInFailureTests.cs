using TrayAgent.Act.ByCli;
using TrayAgent.Act.Children;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Tests.Act.ByCli;

public sealed class SignInFailureTests
{
    private const string InGrant = "An error occurred (InvalidGrantException) when calling the CreateToken operation: ";

    [Theory]
    [InlineData(253, "The specified sso-session does not exist: \"corp\"", "The AWS CLI found no section [sso-session corp]. Check 'sso_session' and the section's name in '/h/.aws/config'.")]
    [InlineData(253, "Missing the following required SSO configuration values: sso_region", "'corp' lacks 'sso_start_url' or 'sso_region'. Add it in '/h/.aws/config', line 7.")]
    [InlineData(255, "The pending authorization to retrieve an SSO token has expired. The login flow to retrieve an SSO token must be restarted.", "Nobody approved the sign-in to 'corp' in time, so AWS ended it. Sign in again.")]
    [InlineData(255, "The pending authorization to retrieve an SSO token has expired. The device authorization flow to retrieve an SSO token must be restarted.", "Nobody approved the sign-in to 'corp' in time, so AWS ended it. Sign in again.")]
    [InlineData(255, "Error loading authorization code: Failed to retrieve an authorization code.", "The browser did not bring the sign-in to 'corp' back to this machine. Sign in again, or with '--device-code'.")]
    [InlineData(255, "Error loading authorization code: State parameter does not match expected value.", "The answer of the sign-in page for 'corp' did not belong to this sign-in, so it was refused. Sign in again.")]
    [InlineData(255, "Error loading authorization code: access_denied", "The sign-in page gave no authorization for 'corp'. Sign in again, or with '--device-code'.")]
    [InlineData(255, "Unable to initialize the OAuth 2.0 authorization callback handler: [Errno 98] Address already in use", "The AWS CLI could not open a port on this machine for the browser's answer. Sign in with '--device-code'.")]
    [InlineData(255, "Error loading SSO Token: Token for corp does not exist", "The AWS CLI has no token for 'corp' after the sign-in. Sign in again.")]
    [InlineData(255, "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.", "The session 'corp' has expired. Sign in again.")]
    [InlineData(255, "Error when retrieving token from sso: Token has expired and refresh failed", "The session 'corp' has expired and could not be refreshed. Sign in again.")]
    [InlineData(255, "The config profile (p) could not be found", "The AWS CLI found no profile 'p'. Check its section in '/h/.aws/config'.")]
    [InlineData(255, "Unable to parse config file: /h/.aws/config", "The AWS CLI cannot read its config file '/h/.aws/config'. 'trayagent status' names the line.")]
    [InlineData(254, InGrant, "AWS did not honour the approval of the sign-in to 'corp'. Sign in once more; if that fails too, check 'sso_start_url' and 'sso_region' in '/h/.aws/config', line 7.")]
    [InlineData(254, "An error occurred (InvalidGrantException) when calling the StartDeviceAuthorization operation: Invalid grant provided", "AWS does not know the start URL 'https://d-1.awsapps.com/start' in region 'eu-west-1'. Check 'sso_start_url' and 'sso_region' of 'corp' in '/h/.aws/config', line 7.")]
    [InlineData(254, "An error occurred (InvalidClientException) when calling the CreateToken operation: ", "AWS no longer accepts this machine's client registration for 'corp'. Sign in once more: a new one is made.")]
    [InlineData(254, "An error occurred (AccessDeniedException) when calling the CreateToken operation: ", "The sign-in to 'corp' was denied on the page.")]
    [InlineData(254, "An error occurred (OddException) when calling the CreateToken operation: no", "AWS refused the sign-in to 'corp': \"An error occurred (OddException) when calling the CreateToken operation: no\".")]
    [InlineData(253, "Something about the configuration", "The AWS CLI refuses the configuration of 'corp': \"Something about the configuration\". Check '/h/.aws/config', line 7.")]
    [InlineData(252, "Unknown options: --use-device-code", "The AWS CLI is too old for this kind of sign-in. Upgrade it, or sign in without '--device-code'.")]
    [InlineData(252, "aws: error: odd", "The AWS CLI did not understand how it was called: \"aws: error: odd\". Upgrade AWS CLI v2.")]
    [InlineData(2, "usage: aws [options]\n\naws: error: argument command: Invalid choice, valid choices are:", "The AWS CLI is version 1, which cannot sign in to AWS SSO: \"aws: error: argument command: Invalid choice, valid choices are:\". Install AWS CLI v2.")]
    [InlineData(255, "\naws: [ERROR]: '467ca71fcb5ebf97954ed6f91b2852c8093d065b'\n", "The AWS CLI stumbled over an unreadable file in its cache. Delete '467ca71fcb5ebf97954ed6f91b2852c8093d065b.json' in '~/.aws/sso/cache' and sign in again.")]
    [InlineData(255, "'467ca71fcb5ebf97954ed6f91b2852c8093d065b'", "The AWS CLI stumbled over an unreadable file in its cache. Delete '467ca71fcb5ebf97954ed6f91b2852c8093d065b.json' in '~/.aws/sso/cache' and sign in again.")]
    [InlineData(255, "Could not connect to the endpoint URL: \"https://oidc.eu-west-1.amazonaws.com/token\"", "AWS could not be reached to sign in to 'corp'. Check the network, and that 'eu-west-1' is its region.")]
    [InlineData(255, "SSL validation failed for https://oidc.eu-west-1.amazonaws.com/", "The connection to AWS is not trusted: a proxy may replace certificates. Set 'AWS_CA_BUNDLE' to your company's certificates.")]
    [InlineData(137, "", "The AWS CLI could not sign in to 'corp' (exit code 137), and it said nothing.")]
    public void Every_failure_has_its_own_sentence(int exitCode, string stderr, string expected) =>
        Check(exitCode, stderr, expected);

    [Theory]
    [InlineData("boom \u001b[31mred\u202e", "boom [31mred")]
    [InlineData("first\nlast\n\n", "last")]
    [InlineData("Bearer aoaAAAAAGVyZWFsbHlsb25ndG9rZW50aGF0bXVzdG5vdGJlc2hvd24", "Bearer ***")]
    [InlineData("{\"refreshToken\": \"short\", \"x\": 1}", "{\"***\", \"x\": 1}")]
    [InlineData("clientSecret=hunter2 failed", "*** failed")]
    public void What_is_unknown_is_repeated_without_controls_and_secrets(string stderr, string expected) =>
        Check(1, stderr, $"The AWS CLI could not sign in to 'corp' (exit code 1): \"{expected}\".");

    private static void Check(int exitCode, string stderr, string expected) => Assert.Equal(
        expected,
        SignInFailure.Describe(
            new ChildEnd(exitCode, "", stderr),
            new SsoSession
            {
                Name = "corp",
                Kind = SessionKind.SsoSession,
                StartUrl = "https://d-1.awsapps.com/start",
                Region = "eu-west-1",
                File = "/h/.aws/config",
                Line = 7,
            },
            "p"));
}
