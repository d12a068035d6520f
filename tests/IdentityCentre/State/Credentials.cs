namespace TrayAgent.Loopback.State;

internal static class Credentials
{
    public static RoleCredentials Issue(
        string accountId, string iamRoleName, string roleSessionName, TimeSpan life, CentreState state)
    {
        var credentials = new RoleCredentials(
            Minted.AccessKeyId(), state.NewSecret(SecretKind.SecretAccessKey), state.NewSecret(SecretKind.SessionToken), state.Now + life)
        {
            AccountId = accountId,
            IamRoleName = iamRoleName,
            RoleSessionName = roleSessionName,
        };
        state.RoleCredentials[credentials.AccessKeyId] = credentials;
        return credentials;
    }
}
