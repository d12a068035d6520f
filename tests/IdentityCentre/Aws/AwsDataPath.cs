namespace TrayAgent.Loopback;

/// <summary>
/// Endpoint rules that send the AWS CLI and botocore to the identity centre.
/// AWS CLI 2.9.19 knows no <c>AWS_ENDPOINT_URL_*</c>, but it looks for its service data in <c>AWS_DATA_PATH</c> first.
/// </summary>
public static class AwsDataPath
{
    // Only the rules are written: the tool finds the service models and paginators among its own data.
    private static readonly (string Service, string Version)[] Services =
        [("sso-oidc", "2019-06-10"), ("sso", "2019-06-10"), ("sts", "2011-06-15")];

    public static void Write(string folder, string baseUrl)
    {
        foreach (var (service, version) in Services)
        {
            var directory = Directory.CreateDirectory(Path.Combine(folder, service, version));
            File.WriteAllText(Path.Combine(directory.FullName, "endpoint-rule-set-1.json"), Rules(baseUrl));
        }
    }

    private static string Rules(string baseUrl) => $$"""
        {
          "version": "1.0",
          "parameters": {
            "Region": { "builtIn": "AWS::Region", "required": false, "documentation": "", "type": "String" },
            "UseDualStack": { "builtIn": "AWS::UseDualStack", "required": true, "default": false,
              "documentation": "", "type": "Boolean" },
            "UseFIPS": { "builtIn": "AWS::UseFIPS", "required": true, "default": false,
              "documentation": "", "type": "Boolean" },
            "Endpoint": { "builtIn": "SDK::Endpoint", "required": false, "documentation": "", "type": "String" },
            "UseGlobalEndpoint": { "builtIn": "AWS::STS::UseGlobalEndpoint", "required": true, "default": false,
              "documentation": "", "type": "Boolean" }
          },
          "rules": [
            {
              "conditions": [],
              "type": "endpoint",
              "endpoint": { "url": "{{baseUrl}}", "properties": {}, "headers": {} }
            }
          ]
        }
        """;
}
