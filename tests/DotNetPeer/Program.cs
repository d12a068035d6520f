// A program that uses the AWS SDK for .NET as people do: asks for the credentials of the profile that it is given.
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

try
{
    if (!new CredentialProfileStoreChain().TryGetAWSCredentials(args[0], out var source))
    {
        throw new AmazonClientException($"The profile '{args[0]}' gives no credentials.");
    }

    var credentials = await source.GetCredentialsAsync();
    Console.WriteLine(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(credentials.AccessKey))));
    return 0;
}
catch (Exception problem) when (problem is AmazonClientException or AmazonServiceException or ArgumentException)
{
    Console.Error.WriteLine($"{problem.GetType().Name}: {problem.Message}");
    return 1;
}
