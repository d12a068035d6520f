using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>Starts programs whose home is on a bad disk, which nobody else sees.</summary>
internal static class BadDisks
{
    private const string FillUp = """
        stage=$(mktemp -d) && cp -a "$HOME/." "$stage" && mount -t tmpfs -o size=256k tmpfs "$HOME" && cp -a "$stage/." "$HOME" && rm -r "$stage"
        head -c 1000000 /dev/zero > "$HOME/filler" 2>/dev/null
        """;

    private const string MakeReadOnly = """
        mount --bind "$HOME" "$HOME" && mount -o remount,ro,bind "$HOME"
        """;

    /// <summary>Whoever runs the tests need not be root: in a user namespace everybody may mount.</summary>
    public static OwnedProcess Start(Machine machine, BadDisk disk, string script) => machine.StartProgram(
        "unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c", $"{(disk == BadDisk.Full ? FillUp : MakeReadOnly)}\n{script}", AgentBinary.Path);
}
