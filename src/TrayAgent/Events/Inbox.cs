using System.Text;
using System.Threading.Channels;
using TrayAgent.Core.Decide;
using TrayAgent.Desktop;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Events;

/// <summary>
/// Requests from other processes of this user, as files in the state folder.
/// They may only show or ask; acting needs a one-time nonce from one of our own notices (design 5), which the desktop knows.
/// </summary>
internal sealed class Inbox(AgentPaths paths, ChannelWriter<AgentEvent> events, IDesktop desktop)
{
    private const string ShowStatus = "show-status";
    private const string NoticePrefix = "notice ";
    private const int MostRequests = 32;
    private const int MostBytes = 64;
    private const string Ending = ".request";

    /// <summary>Any file in the folder, for the watch.</summary>
    public string WatchedFile => Path.Combine(paths.Inbox, "*");

    /// <summary>Asks the running agent to show its status; called by a second start.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void AskToShow(AgentPaths paths) => Put(paths, ShowStatus);

    /// <summary>Hands the running agent a link of a notice; what is no such link asks for the status.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Answer(AgentPaths paths, string link) =>
        Put(paths, NoticeLink.NonceIn(link) is { } nonce ? NoticePrefix + nonce : ShowStatus);

    public void Open() => OwnFolder.CreatePrivate(paths.Inbox);

    /// <summary>Takes the requests that lie there, unknown ones unread; other files, such as one that is being written, stay.</summary>
    public void Collect()
    {
        if (!Directory.Exists(paths.Inbox))
        {
            return;
        }

        var show = false;
        foreach (var file in Directory.EnumerateFiles(paths.Inbox, "*" + Ending).Take(MostRequests).ToList())
        {
            var request = Take(file);
            show |= request == ShowStatus;
            if (request?.StartsWith(NoticePrefix, StringComparison.Ordinal) == true)
            {
                desktop.Answer(request[NoticePrefix.Length..]);
            }
        }

        if (show)
        {
            events.TryWrite(new AgentEvent.OnDesktop(new DesktopEvent.Chosen(new Choice.ShowStatus())));
        }
    }

    private static void Put(AgentPaths paths, string request)
    {
        OwnFolder.CreatePrivate(paths.Inbox);

        // In one step: what the agent reads while it is being written would be empty, and lost.
        AtomicFile.Write(Path.Combine(paths.Inbox, $"{Guid.NewGuid():n}{Ending}"), Encoding.UTF8.GetBytes(request));
    }

    private static string? Take(string file)
    {
        try
        {
            // A pipe or a device there must not stop the loop.
            var text = GuardedFile.Read(file, MostBytes) is FileReading.Content content ? Encoding.UTF8.GetString(content.Bytes) : null;
            PatientFile.Delete(file, Patience.Short);
            return text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
