using System.Runtime.Versioning;
using System.Security.AccessControl;
using TrayAgent.Files.Writing;

namespace Sharing;

/// <summary>What a new file is given of the old one's access list: Wine keeps no such lists, but .NET's part in it is the same.</summary>
[SupportedOSPlatform("windows")]
internal static class CopiedAccess
{
    public static string Of(string list)
    {
        var old = new FileSecurity();
        old.SetSecurityDescriptorSddlForm(list, AccessControlSections.Access);
        return AccessList.Of(old) is { } copied
            ? $"{copied.Own.GetSecurityDescriptorSddlForm(AccessControlSections.Access)} {(copied.Inherits ? "and its folder's" : "alone")}"
            : "its folder's";
    }
}
