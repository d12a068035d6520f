using TrayAgent.Files;

namespace TrayAgent.Act.Broker;

/// <summary>
/// The record beside the locks. One short line written over the last one, without a temporary file or a flush:
/// it is written at each answer, and one that is lost or torn costs a question to the portal, nothing else.
/// </summary>
/// <param name="paths">Where the locks are.</param>
/// <param name="tokenFile">The name of the token file, without folder.</param>
internal sealed class AnsweredFile(AwsPaths paths, string tokenFile)
{
    private const int MostBytes = 4096;

    private readonly string _path = Path.Combine(paths.Locks, tokenFile + ".answered");

    /// <summary>Held by the one who asks the portal for all.</summary>
    public string Lock => _path + ".lock";

    /// <summary>What was last answered about the token with this fingerprint; null: nothing.</summary>
    public Answered? Read(string fingerprint) =>
        GuardedFile.Read(_path, MostBytes) is FileReading.Content content
        && Answered.Parse(content.Bytes) is { } answered
        && answered.Fingerprint == fingerprint
            ? answered
            : null;

    /// <summary>Where it cannot be written, nothing is remembered: the answer is the same.</summary>
    public void Write(Answered answered)
    {
        try
        {
            if (!Directory.Exists(paths.Locks))
            {
                OwnFolder.CreatePrivate(paths.Locks);
            }

            using var file = File.OpenHandle(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Write(file, answered.Line(), 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
