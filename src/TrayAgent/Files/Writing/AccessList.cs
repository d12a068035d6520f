using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace TrayAgent.Files.Writing;

/// <summary>Who may open a file on Windows: a new file gets what its folder hands down, and loses what somebody gave to the old one.</summary>
[SupportedOSPlatform("windows")]
internal static class AccessList
{
    /// <summary>What was said of this file itself; nothing when all of it came from the folder.</summary>
    /// <param name="from">It may not exist.</param>
    /// <param name="to">Has nothing in it yet.</param>
    /// <exception cref="IOException">It could not be kept; the message names the file.</exception>
    public static void Copy(WriteTarget from, string to)
    {
        try
        {
            if (File.Exists(from.FullName) && Own(from.FullName) is { } list)
            {
                new FileInfo(to).SetAccessControl(list);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or PrivilegeNotHeldException or InvalidOperationException)
        {
            throw new WriteRefusedException(
                $"'{from.Asked}' has permissions that a new file could not be given, so it was left as it was. Let it inherit those of its folder.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or NotSupportedException)
        {
            // It has just gone, or the disk (FAT) knows no such lists.
        }
    }

    private static FileSecurity? Own(string path)
    {
        var list = new FileSecurity(path, AccessControlSections.Access);
        if (!list.AreAccessRulesProtected && list.GetAccessRules(true, false, typeof(SecurityIdentifier)).Count == 0)
        {
            return null;
        }

        // Only what is set counts as changed, and only what is changed is written.
        var copy = new FileSecurity();
        copy.SetSecurityDescriptorBinaryForm(list.GetSecurityDescriptorBinaryForm(), AccessControlSections.Access);
        return copy;
    }
}
