namespace TrayAgent.Loopback;

/// <summary>What a request asks for: AWS's own operation names, CreateToken told apart by grant.</summary>
public enum Operation
{
    RegisterClient,
    StartDeviceAuthorization,
    CreateTokenByDeviceCode,
    CreateTokenByAuthorizationCode,
    CreateTokenByRefreshToken,
    CreateTokenByOtherGrant,
    Authorize,
    DevicePage,
    StartPage,
    GetRoleCredentials,
    ListAccounts,
    ListAccountRoles,
    Logout,
    GetCallerIdentity,
    AssumeRole,
    Unknown,
}
