using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>Where we keep what we need to edit other people's files: all of it 0600 in a folder of ours.</summary>
internal sealed record EditPlaces(AwsPaths Aws, AgentPaths Agent)
{
    /// <summary>One for all files: edits are rare, and two locks could wait for each other. Whatever the environment says, it is the same.</summary>
    public string Lock => Path.Combine(Aws.Locks, "edits.lock");

    public string Folder => Path.Combine(Agent.StateFolder, "edits");

    /// <summary>There while several files are being written.</summary>
    public string Journal => Path.Combine(Folder, "journal.json");

    /// <summary>What we did to which file.</summary>
    public string Record => Path.Combine(Folder, "record.json");

    /// <summary>Named after the file for people, and after its path so that no two share one.</summary>
    public string Backups(string file) => Path.Combine(Folder, "backups", $"{Path.GetFileName(file)}-{Sha1.Hex(file)[..12]}");

    public void Create()
    {
        OwnFolder.CreatePrivate(Agent.StateFolder);
        OwnFolder.CreatePrivate(Folder);
    }

    /// <summary>Removes what processes of ours left there that were killed while they wrote.</summary>
    public void Sweep(DateTimeOffset now)
    {
        TemporaryNames.Sweep(Folder, now);
        var backups = Path.Combine(Folder, "backups");
        if (Directory.Exists(backups))
        {
            foreach (var folder in Directory.EnumerateDirectories(backups))
            {
                TemporaryNames.Sweep(folder, now);
            }
        }
    }
}
