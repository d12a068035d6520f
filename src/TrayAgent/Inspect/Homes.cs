using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>The home folder as each tool computes it: on Windows they do not agree about <c>HOME</c>.</summary>
internal static class Homes
{
    /// <param name="awsCliHome">As the AWS CLI finds it.</param>
    public static ImmutableArray<Home> Of(ProcessEnvironment environment, string awsCliHome)
    {
        var account = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows()
            ? OnWindows(environment, awsCliHome, account)
            : OnUnix(environment, awsCliHome, account);
    }

    /// <param name="account">What the system itself says, whatever the environment does.</param>
    public static ImmutableArray<Home> OnWindows(ProcessEnvironment environment, string awsCliHome, string account)
    {
        var profile = environment["USERPROFILE"] ?? Drive(environment) ?? account;
        return
        [
            new("AWS CLI", awsCliHome),
            new("JavaScript SDK", environment["HOME"] ?? profile),
            new("Rust SDK", environment["HOME"] ?? profile),
            new("Go SDK", environment["USERPROFILE"] ?? account),
            new(".NET SDK", account),
        ];
    }

    public static ImmutableArray<Home> OnUnix(ProcessEnvironment environment, string awsCliHome, string account) =>
    [
        new("AWS CLI", awsCliHome),
        new("JavaScript SDK", environment["HOME"] ?? environment["USERPROFILE"] ?? account),
        new("Rust SDK", environment["HOME"] ?? account),
        new("Go SDK", environment["HOME"] ?? account),
        new(".NET SDK", environment["HOME"] ?? account),
    ];

    private static string? Drive(ProcessEnvironment environment) =>
        environment["HOMEDRIVE"] is { } drive && environment["HOMEPATH"] is { } path ? drive + path : null;
}
