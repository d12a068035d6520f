using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace TrayAgent.Files.Writing;

/// <summary>Who may open a file on Windows: a new file gets what its folder hands down, and would lose what somebody gave to the old one.</summary>
[SupportedOSPlatform("windows")]
internal sealed class AccessList
{
    private AccessList(FileSecurity own, bool inherits) => (Own, Inherits) = (own, inherits);

    /// <summary>What was said of this file itself.</summary>
    public FileSecurity Own { get; }

    /// <summary>Its folder says something about it, too.</summary>
    public bool Inherits { get; }

    /// <summary>Null when all of it came from the folder, or the disk (FAT) knows no such lists.</summary>
    /// <exception cref="WriteRefusedException">It cannot be told; the message names the file.</exception>
    public static AccessList? Of(WriteTarget target)
    {
        try
        {
            return File.Exists(target.FullName) ? Split(new FileSecurity(target.FullName, AccessControlSections.Access)) : null;
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

    private static AccessList? Split(FileSecurity list)
    {
        var rules = list.GetAccessRules(includeExplicit: true, includeInherited: false, typeof(SecurityIdentifier));
        if (rules.Count == 0 && !list.AreAccessRulesProtected)
        {
            return null;
        }

        var inherited = list.GetAccessRules(includeExplicit: false, includeInherited: true, typeof(SecurityIdentifier));
        var own = new FileSecurity();
        own.SetAccessRuleProtection(list.AreAccessRulesProtected, preserveInheritance: false);
        foreach (FileSystemAccessRule rule in rules)
        {
            own.AddAccessRule(rule);
        }

        return new AccessList(own, inherited.Count > 0);
    }
}
