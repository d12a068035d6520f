using TrayAgent.Files.Writing;

namespace Writers;

/// <summary>The writers of the agent, called as the agent calls them.</summary>
internal static class Product
{
    /// <summary>Says 'reserved' at the moment when the agent would ask the service for a new token.</summary>
    public static bool Token(string path, byte[] content)
    {
        using var pending = PendingWrite.Reserve(path, Audience.OwnerOnly);
        Libc.Say("reserved\n"u8);
        var result = pending.Commit(content);
        if (result != WriteResult.Written)
        {
            Console.Error.WriteLine($"'{path}': {result}.");
        }

        return result == WriteResult.Written;
    }

    public static bool State(string path, byte[] content)
    {
        AtomicFile.Write(path, content);
        return true;
    }

    public static bool KeepMode(string path, byte[] content)
    {
        AtomicFile.Write(path, content, Audience.AsBefore);
        return true;
    }

    public static bool Sweep(string folder)
    {
        TemporaryNames.Sweep(folder, DateTimeOffset.UtcNow);
        return true;
    }
}
