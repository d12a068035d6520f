using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Odd;

/// <summary>
/// A person without the rights of root, to whom modes and owners mean something, and their folder:
/// somebody else when root runs the tests, otherwise whoever does.
/// </summary>
internal sealed class Nobody
{
    private const string Id = "65534";

    private readonly Writer _writer;

    public Nobody(Workshop workshop, string how)
    {
        Home = workshop.Folder("home");
        Own(Home);
        _writer = new Writer(workshop, how)
        {
            Through = Privilege.IsRoot ? ["setpriv", "--reuid", Id, "--regid", Id, "--clear-groups"] : [],
        };
    }

    public string Home { get; }

    public WriterEnd Write(string path, string text) => _writer.Write(path, text);

    /// <summary>A file of theirs, 0600; returns its path.</summary>
    public string File(string content, params string[] names)
    {
        var path = In(names);
        System.IO.File.WriteAllText(path, content);
        System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Own(path);
        return path;
    }

    public string Folder(params string[] names)
    {
        var path = In(names);
        Directory.CreateDirectory(path);
        Own(path);
        return path;
    }

    public string Link(string to, params string[] names)
    {
        System.IO.File.CreateSymbolicLink(In(names), to);
        return In(names);
    }

    public string In(params string[] names) => Path.Combine([Home, .. names]);

    public static void Own(string path)
    {
        if (Privilege.IsRoot)
        {
            Tool.Run("chown", "--no-dereference", $"{Id}:{Id}", path);
        }
    }
}
