using System.Runtime.Versioning;
using System.Security.AccessControl;

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
            return File.Exists(target.FullName) ? Of(new FileSecurity(target.FullName, AccessControlSections.Access)) : null;
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

    /// <summary>
    /// Null when all of it came from the folder. Entry by entry as they are and in their order: Cygwin and Git Bash write lists in an
    /// order of their own, and .NET's rules would put each denial first, and with it keep out whom an earlier entry lets in.
    /// </summary>
    /// <remarks>https://cygwin.com/cygwin-ug-net/ntsec.html#ntsec-files</remarks>
    internal static AccessList? Of(FileSecurity list)
    {
        var whole = new RawSecurityDescriptor(list.GetSecurityDescriptorBinaryForm(), 0);
        var all = whole.DiscretionaryAcl?.Cast<GenericAce>().ToList() ?? [];
        var explicitly = all.Where(entry => !entry.IsInherited).ToList();
        if (explicitly.Count == 0 && !list.AreAccessRulesProtected)
        {
            return null;
        }

        if (whole.DiscretionaryAcl is not { } entries)
        {
            // No list lets everybody in, an empty one nobody.
            return new AccessList(list, inherits: false);
        }

        var kept = new RawAcl(entries.Revision, explicitly.Count);
        foreach (var entry in explicitly)
        {
            kept.InsertAce(kept.Count, entry);
        }

        var protection = list.AreAccessRulesProtected ? ControlFlags.DiscretionaryAclProtected : ControlFlags.None;
        var copy = new RawSecurityDescriptor(
            ControlFlags.SelfRelative | ControlFlags.DiscretionaryAclPresent | protection, owner: null, group: null, systemAcl: null, kept);
        var bytes = new byte[copy.BinaryLength];
        copy.GetBinaryForm(bytes, 0);
        var own = new FileSecurity();
        own.SetSecurityDescriptorBinaryForm(bytes, AccessControlSections.Access);
        return new AccessList(own, explicitly.Count < all.Count);
    }
}
