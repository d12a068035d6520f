using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace TrayAgent.Files.Writing;

/// <summary>Who may open a file on Windows: a new file gets what its folder hands down, and would lose what somebody gave to the old one.</summary>
[SupportedOSPlatform("windows")]
internal static class AccessList
{
    /// <summary>What was said of this file itself; null when all of it came from the folder, or the disk (FAT) knows no such lists.</summary>
    /// <exception cref="WriteRefusedException">It cannot be told; the message names the file.</exception>
    public static FileSecurity? Of(WriteTarget target)
    {
        try
        {
            return File.Exists(target.FullName) ? Own(new FileSecurity(target.FullName, AccessControlSections.Access)) : null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or PrivilegeNotHeldException or InvalidOperationException)
        {
            throw new WriteRefusedException(
                $"'{target.Asked}' has permissions that this user may not see, so a new file could not be given them, and it was left as it was. "
                + "Let it inherit those of its folder.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or NotSupportedException)
        {
            return null;
        }
    }

    private static FileSecurity? Own(FileSecurity list)
    {
        var rules = list.GetAccessRules(includeExplicit: true, includeInherited: false, typeof(SecurityIdentifier));
        if (rules.Count == 0 && !list.AreAccessRulesProtected)
        {
            return null;
        }

        // What is inherited comes by itself, unless the list is closed to it.
        var own = new FileSecurity();
        own.SetAccessRuleProtection(list.AreAccessRulesProtected, preserveInheritance: false);
        foreach (FileSystemAccessRule rule in rules)
        {
            own.AddAccessRule(rule);
        }

        return own;
    }
}
