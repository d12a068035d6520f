namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>
/// The error texts of the references, each as it is printed there ("…" filled in), with the name under which it is explained.
/// One block per table or list, in its order: whoever adds a row there adds it here.
/// </summary>
internal static class ReferenceTexts
{
    /// <summary>claude-code.md 3, "Error texts", row by row.</summary>
    public static readonly (string Text, string Name)[] ClaudeCode =
    [
        ("400 Invocation of model ID anthropic.claude-opus-4-5-20251101-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.", "model-needs-inference-profile"),
        ("The provided model identifier is invalid.", "model-id-invalid"),
        ("The security token included in the request is expired", "keys-expired"),
        ("The security token included in the request is invalid", "keys-invalid"),
        ("The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.", "sso-session-expired"),
        ("The SSO session associated with this profile is invalid. To refresh this SSO session run aws sso login with the corresponding profile.", "sso-session-expired"),
        ("Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.", "sso-token-expired"),
        ("The SSO session token associated with profile=dev was not found or is invalid. To refresh this SSO session run 'aws sso login' with the corresponding profile.", "sso-token-missing"),
        ("UnauthorizedException: Session token not found or invalid", "portal-refused-token"),
        ("Could not load credentials from any providers", "no-credentials"),
        ("AWS default-chain credential resolve timed out", "credentials-timeout"),
        ("AWS credentials expired or invalid · run /login", "claude-authentication"),
        ("AWS authentication failed · 403 · if credentials are current, check AWS permissions and model access", "claude-authentication"),
        ("User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-opus-4-6-v1", "not-authorized"),
        ("User: arn:aws:sts::111122223333:assumed-role/x/ann is not authorized to perform: bedrock:InvokeModel with an explicit deny in a service control policy", "denied-by-organisation"),
        ("Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model. If you have already filled out the form, try again in 15 minutes.", "use-case-form"),
        ("Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.", "marketplace"),
        ("This Model is marked by provider as Legacy and you have not been actively using the model in the last 15 days.", "model-legacy"),
        ("There's an issue with the selected model (us.anthropic.claude-sonnet-4-6). It may not exist or you may not have access to it.", "model-wrapped"),
        ("claude-opus-5 is not available on your bedrock deployment", "model-wrapped"),
        ("Bedrock streaming response has content-type \"text/html\"", "answer-of-a-proxy"),
        ("Input is too long for requested model.", "input-too-long"),
        ("Timed out after 60s waiting for AWS", "claude-waits-for-aws"),
    ];

    /// <summary>protocol.md 2.4: exception, error code and message of each row.</summary>
    public static readonly (string Text, string Name)[] Oidc =
    [
        ("InvalidGrantException", "grant-refused"),
        ("{\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token provided\"}", "refresh-refused"),
        ("invalid_grant", "grant-refused"),
        ("An error occurred (InvalidGrantException) when calling the CreateToken operation: Invalid grant provided", "wrong-sign-in-place"),
        ("ExpiredTokenException", "code-expired"),
        ("expired_token", "code-expired"),
        ("AuthorizationPendingException", "sign-in-pending"),
        ("authorization_pending", "sign-in-pending"),
        ("SlowDownException", "asked-too-often"),
        ("slow_down", "asked-too-often"),
        ("UnauthorizedClientException", "client-refused"),
        ("unauthorized_client", "client-refused"),
        ("InvalidClientException", "client-refused"),
        ("invalid_client", "client-refused"),
        ("AccessDeniedException", "access-denied"),
        ("access_denied", "sign-in-denied"),
        ("InvalidRequestException", "sign-in-request-invalid"),
        ("invalid_request", "sign-in-request-invalid"),
        ("InvalidScopeException", "sign-in-client-invalid"),
        ("UnsupportedGrantTypeException", "sign-in-client-invalid"),
        ("InvalidClientMetadataException", "sign-in-client-invalid"),
        ("InvalidRedirectUriException", "sign-in-client-invalid"),
        ("InternalServerException", "aws-failing"),
        ("server_error", "aws-failing"),
        ("UnauthorizedException", "unauthorized"),
        ("Session token not found or invalid", "portal-refused-token"),
        ("ResourceNotFoundException", "not-found-at-aws"),
        ("TooManyRequestsException", "asked-too-often"),
    ];

    /// <summary>protocol.md 3.5, and the option of 3.1.</summary>
    public static readonly (string Text, string Name)[] Cli =
    [
        ("Unknown options: --use-device-code", "cli-too-old"),
        ("An error occurred (InvalidClientException) when calling the CreateToken operation: ", "client-refused"),
        ("Token for s does not exist", "sso-token-missing"),
        ("Token has expired and refresh failed", "sso-token-expired"),
        ("The specified sso-session does not exist: \"nope\"", "session-not-found"),
        ("Missing the following required SSO configuration values: sso_start_url, sso_region. To make sure this profile is properly configured to use SSO, please run: aws configure sso", "sso-incomplete"),
        ("Unable to locate credentials. You can configure credentials by running \"aws configure\".", "no-credentials"),
        ("You must specify a region. You can also configure your region by running \"aws configure\".", "no-region"),
        ("NoCredentials", "no-credentials"),
        ("NoRegion", "no-region"),
        ("The pending authorization to retrieve an SSO token has expired. The login flow to retrieve an SSO token must be restarted.", "sign-in-not-approved"),
        ("The pending authorization to retrieve an SSO token has expired. The device authorization flow to retrieve an SSO token must be restarted.", "sign-in-not-approved"),
        ("Error loading authorization code: Failed to retrieve an authorization code.", "no-authorization-code"),
        ("Error loading authorization code: State parameter does not match expected value.", "sign-in-mixed-up"),
        ("Unable to initialize the OAuth 2.0 authorization callback handler: [Errno 98] Address already in use", "sign-in-port"),
        ("Error loading SSO Token: Token for my-sso does not exist", "sso-token-missing"),
        ("Error loading SSO Token: Token for https://d-1.awsapps.com/start does not exist", "sso-token-missing"),
        ("The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.", "sso-session-expired"),
        ("Error when retrieving token from sso: Token has expired and refresh failed", "sso-token-expired"),
        ("The config profile (nope) could not be found", "profile-not-found"),
        ("Unable to parse config file: /home/ann/.aws/config", "config-unreadable"),
    ];

    /// <summary>protocol.md 4.4, by tool: AWS CLI and botocore, JavaScript, .NET, Go, Rust.</summary>
    public static readonly (string Text, string Name)[] Configuration =
    [
        ("The specified sso-session does not exist: \"nope\"", "session-not-found"),
        ("TypeError: Cannot read properties of undefined (reading 'sso_region')", "session-not-found"),
        ("Invalid Configuration.  Failed to find sso_session [nope]", "session-not-found"),
        ("failed to find SSO session section, nope", "session-not-found"),
        ("MissingSsoSession", "session-not-found"),
        ("can only be specified in the [sso-session] config when a session name is given", "session-inconsistent"),
        ("The value for sso_region is inconsistent between profile (eu-west-1) and sso-session (us-east-1).", "session-inconsistent"),
        ("sso_region in profile \"a\" must match sso_region in sso-session ", "session-inconsistent"),
        ("The profile \"a\" is configured to use SSO but is missing required configuration: sso_region", "sso-incomplete"),
        ("Profile is configured with invalid SSO credentials. Required parameters \"sso_account_id\", \"sso_region\", \"sso_role_name\", \"sso_start_url\". Got sso_session", "sso-incomplete"),
        ("System.ArgumentNullException: Value cannot be null. (Parameter 'region')", "configuration-missing"),
        ("missing required configuration: SSORegion", "configuration-missing"),
        ("if `sso_account_id` is set, then `sso_role_name` must also be set", "sso-incomplete"),
    ];

    /// <summary>The troubleshooting table of bedrock.md: seven rows.</summary>
    public static readonly (string Text, string Name)[] Troubleshooting =
    [
        ("Token expired", "token-expired"),
        ("Profile not found", "profile-missing"),
        ("Access denied", "access-denied"),
        ("Model not available", "model-not-available"),
        ("Network timeout", "network-timeout"),
        ("on-demand throughput isn't supported", "model-needs-inference-profile"),
        ("Region not supported", "region-not-supported"),
    ];

    /// <summary>Texts that other parts of the references quote: protocol.md 1.3, 2.2, 4.5, claude-code.md 2.2, 6.</summary>
    public static readonly (string Text, string Name)[] Others =
    [
        ("No valid SSO Token could be found.", "sso-token-missing"),
        ("Value not present for 'clientId' in SSO Token. Cannot refresh.", "sso-token-not-refreshable"),
        ("AmazonClientException: SSO Token has expired and failed to refresh", "sso-token-expired"),
        ("refresh cached SSO token failed, unable to refresh SSO token, operation error SSO OIDC: CreateToken", "sso-token-expired"),
        ("aws: [ERROR]: '467ca71fcb5ebf97954ed6f91b2852c8093d065b'", "cache-file-unreadable"),
        ("KeyError: '467ca71fcb5ebf97954ed6f91b2852c8093d065b'", "cache-file-unreadable"),
        ("Multiple credential sources detected: Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set. This SDK will proceed with the AWS_PROFILE value.", "several-sources"),
        ("Detected a cycle attempting to resolve credentials for profile a.", "chain-loop"),
        ("InfiniteLoopConfigError", "chain-loop"),
        ("Could not connect to the endpoint URL: \"https://oidc.eu-west-1.amazonaws.com/token\"", "network-unreachable"),
        ("Error: self-signed certificate in certificate chain", "untrusted-certificate"),
        ("SSL validation failed for https://oidc.eu-west-1.amazonaws.com/token [SSL: CERTIFICATE_VERIFY_FAILED]", "untrusted-certificate"),
        ("Signature expired: 20261123T090000Z is now earlier than 20261123T091500Z", "clock"),
        ("An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access", "role-not-assigned"),
    ];

    /// <summary>What Bedrock, Anthropic and the runtimes of tools are known to say besides, from issues of Claude Code and of other programs.</summary>
    public static readonly (string Text, string Name)[] Seen =
    [
        ("403 {\"Message\":\"Bearer Token has expired\"}", "bearer-key-refused"),
        ("403 {\"Message\":\"Authentication failed: Please make sure your API Key is valid.\"}", "bearer-key-refused"),
        ("403 {\"Message\":\"Invalid API Key format: Must start with pre-defined prefix\"}", "bearer-key-refused"),
        ("403 {\"Message\":\"Authorization header is missing\"}", "bearer-key-refused"),
        ("ResourceNotFoundException: This model version has reached the end of its life. Please refer to the AWS documentation for more details.", "model-ended"),
        ("Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be provided.. Your AWS Marketplace subscription for this model cannot be completed at this time.", "payment-method"),
        ("authentication_error: invalid x-api-key", "anthropic-key-refused"),
        ("Invalid API key · Please run /login", "anthropic-key-refused"),
        ("ConnectTimeoutError: Connect Timeout Error (attempted address: bedrock-runtime.eu-central-1.amazonaws.com:443, timeout: 10000ms)", "network-timeout"),
        ("code: 'UND_ERR_CONNECT_TIMEOUT'", "network-timeout"),
        ("dial tcp: lookup portal.sso.eu-west-1.amazonaws.com: no such host", "network-timeout"),
        ("connect EHOSTUNREACH 10.0.0.1:443", "network-timeout"),
        ("Bedrock is not available in this region", "region-not-supported"),
        ("Model us.anthropic.claude-opus-4-8 not available", "model-not-available"),
    ];

    public static IEnumerable<(string Text, string Name)> All =>
        [.. ClaudeCode, .. Oidc, .. Cli, .. Configuration, .. Troubleshooting, .. Others, .. Seen];
}
