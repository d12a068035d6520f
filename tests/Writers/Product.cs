using TrayAgent.Files;

namespace Writers;

/// <summary>The writers of the agent, called as the agent calls them.</summary>
internal static class Product
{
    public static bool Token(string path, byte[] content)
    {
        AtomicFile.Write(path, content);
        return true;
    }

    public static bool State(string path, byte[] content)
    {
        AtomicFile.Write(path, content);
        return true;
    }

    public static bool KeepMode(string path, byte[] content)
    {
        AtomicFile.Write(path, content);
        return true;
    }
}
