using System.Diagnostics;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary>Whose credentials a program uses, as the end of "it uses ...".</summary>
internal static class IdentityWords
{
    public static string Of(AwsIdentity identity) => identity.Kind switch
    {
        AwsIdentityKind.NotAws => "none of AWS",
        AwsIdentityKind.Gateway => "none: the gateway signs",
        AwsIdentityKind.BearerToken => "a Bedrock API key",
        AwsIdentityKind.ExportCommand when identity.Profile is { } profile => $"a command, for the profile '{profile}'",
        AwsIdentityKind.ExportCommand => "a command",
        AwsIdentityKind.Profile => $"the profile '{identity.Profile}'",
        AwsIdentityKind.EnvironmentKeys => "access keys in the environment",
        AwsIdentityKind.WebIdentity => "a web identity",
        AwsIdentityKind.Container => "those of the container",
        AwsIdentityKind.InstanceRole => "the role of this machine, if it has one",
        AwsIdentityKind.None => "none",
        _ => throw new UnreachableException(),
    };
}
