// A program that uses the AWS SDK for .NET as people do: calls a service by the profile that it is given, and says who it was there.
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

try
{
    var profiles = new CredentialProfileStoreChain();
    if (!profiles.TryGetAWSCredentials(args[0], out var credentials) || !profiles.TryGetProfile(args[0], out var profile))
    {
        throw new AmazonClientException($"The profile '{args[0]}' gives no credentials.");
    }

    using var service = new AmazonSecurityTokenServiceClient(credentials, profile.Region);
    Console.WriteLine((await service.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Arn);
    return 0;
}
catch (Exception problem) when (problem is AmazonClientException or AmazonServiceException or ArgumentException)
{
    Console.Error.WriteLine($"{problem.GetType().Name}: {problem.Message}");
    return 1;
}
