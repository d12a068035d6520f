using System.Reflection.PortableExecutable;
using System.Text;

namespace TrayAgent.Windows.Tests.Support;

/// <summary>The manifest in the resources of a program, where Windows looks for it; the assemblies behind it have theirs, too.</summary>
internal static class PeManifest
{
    private const string Start = "<assembly ";
    private const string End = "</assembly>";

    public static string Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var directory = file.PEHeaders.PEHeader!.ResourceTableDirectory;
        var resources = Encoding.UTF8.GetString(
            [.. file.GetSectionData(directory.RelativeVirtualAddress).GetContent(0, directory.Size)]);
        var start = resources.IndexOf(Start, StringComparison.Ordinal);
        var end = resources.IndexOf(End, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? resources[start..(end + End.Length)]
            : throw new InvalidOperationException($"'{path}' has no manifest.");
    }
}
