namespace TrayAgent.Loopback;

/// <summary>The environment in which AWS tools of every age speak to the identity centre.</summary>
public static class AwsToolEnvironment
{
    /// <summary>Writes the data path into <paramref name="dataFolder"/> and names the variables to set.</summary>
    public static IReadOnlyDictionary<string, string> For(string dataFolder, string baseUrl)
    {
        AwsDataPath.Write(dataFolder, baseUrl);
        return new Dictionary<string, string>
        {
            ["AWS_DATA_PATH"] = dataFolder,
            ["AWS_ENDPOINT_URL_SSO_OIDC"] = baseUrl,
            ["AWS_ENDPOINT_URL_SSO"] = baseUrl,
            ["AWS_ENDPOINT_URL_STS"] = baseUrl,
            // Without it botocore asks an address outside this machine for an instance's role.
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
    }
}
