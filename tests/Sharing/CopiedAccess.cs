using System.Runtime.Versioning;
using System.Security.AccessControl;
using TrayAgent.Files.Writing;

namespace Sharing;

/// <summary>What a new file is given of the old one's access list: Wine keeps no such lists, but .NET's part in it is the same.</summary>
[SupportedOSPlatform("windows")]
internal static class CopiedAccess
{
    /// <summary>There is no list, which Wine reads and writes as if it was an empty one, 'D:P'.</summary>
    private const string Everybody = "everybody";

    public static string Of(string list)
    {
        var old = new FileSecurity();
        if (list == Everybody)
        {
            old.SetSecurityDescriptorBinaryForm(NoList(), AccessControlSections.Access);
        }
        else
        {
            old.SetSecurityDescriptorSddlForm(list, AccessControlSections.Access);
        }

        return AccessList.Of(old) is { } copied ? $"{Words(copied.Own)} {(copied.Inherits ? "and its folder's" : "alone")}" : "its folder's";
    }

    private static string Words(FileSecurity list) => new RawSecurityDescriptor(list.GetSecurityDescriptorBinaryForm(), 0).DiscretionaryAcl is null
        ? Everybody
        : list.GetSecurityDescriptorSddlForm(AccessControlSections.Access);

    private static byte[] NoList()
    {
        const ControlFlags Flags = ControlFlags.SelfRelative | ControlFlags.DiscretionaryAclPresent | ControlFlags.DiscretionaryAclProtected;
        var descriptor = new RawSecurityDescriptor(Flags, owner: null, group: null, systemAcl: null, discretionaryAcl: null);
        var bytes = new byte[descriptor.BinaryLength];
        descriptor.GetBinaryForm(bytes, 0);
        return bytes;
    }
}
