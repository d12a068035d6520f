using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>An identity as the end of "goes on with ...".</summary>
internal static class FallBackWords
{
    public static string Of(AwsIdentity identity) => identity.Kind switch
    {
        AwsIdentityKind.InstanceRole => $"{IdentityWords.Of(identity)}, else without credentials",
        AwsIdentityKind.Container => "the credentials of the container",
        AwsIdentityKind.None => "no credentials at all",
        _ => Visible.Of(IdentityWords.Of(identity) + (identity.Because is { } because ? $" ({because})" : "")),
    };
}
