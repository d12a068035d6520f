using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>An identity as the end of "goes on with ...".</summary>
internal static class FallBackWords
{
    public static string Of(AwsIdentity identity) => identity.Kind switch
    {
        AwsIdentityKind.Profile => $"the profile '{Visible.Of(identity.Profile ?? "default")}'{Because(identity)}",
        AwsIdentityKind.EnvironmentKeys => $"the access keys of the environment{Because(identity)}",
        AwsIdentityKind.WebIdentity => "the web identity of the environment",
        AwsIdentityKind.Container => "the credentials of the container",
        AwsIdentityKind.InstanceRole => "the role of the machine, if it has one, else without credentials",
        _ => "no credentials at all",
    };

    private static string Because(AwsIdentity identity) => identity.Because is { } because ? $" ({Visible.Of(because)})" : "";
}
