using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Packages;

/// <summary>
/// Installed for the whole system by apt, as people do, in a layer over this machine that goes with its mount namespace:
/// https://docs.kernel.org/filesystems/overlayfs.html.
/// </summary>
public sealed class DebianSystemTests
{
    /// <summary>
    /// $0: an empty folder; $1: the package; $2: what is done there. A file of this machine that was deleted stays in the layer as a character device:
    /// where trayagent is installed these are its own.
    /// </summary>
    private const string Layer =
        """
        set -eu
        mount -t tmpfs none "$0"
        mkdir "$0/upper" "$0/work" "$0/root"
        mount -t overlay overlay -o "lowerdir=/,upperdir=$0/upper,workdir=$0/work" "$0/root"
        mount --rbind /proc "$0/root/proc"
        mount --rbind /dev "$0/root/dev"
        cp "$1" "$0/root/tmp/trayagent.deb"
        mkdir "$0/root/tmp/trayagent-home"
        HOME=/tmp/trayagent-home XDG_STATE_HOME= chroot "$0/root" /bin/sh -c "$2"
        cd "$0/upper"
        rm -r tmp
        find . -iname '*trayagent*' -not -type c | sort
        """;

    private const string Life =
        """
        set -eu
        export DEBIAN_FRONTEND=noninteractive
        apt-get install --yes --quiet=2 /tmp/trayagent.deb >&2
        command -v trayagent
        dpkg --verify trayagent
        mkfifo /tmp/says
        trayagent run --headless 2>/tmp/says & agent=$!
        head -n 1 /tmp/says
        kill $agent
        wait $agent
        apt-get purge --yes --quiet=2 trayagent >&2
        if test -e /usr/bin/trayagent; then exit 1; fi
        if dpkg-query --show trayagent; then exit 1; fi
        """;

    /// <summary>Twice apt, which reads what 150,000 files belong to, on a machine that does other things as well.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private const string Program = "/usr/bin/trayagent";

    [Fact]
    public Task Installed_by_apt_started_and_purged_it_leaves_nothing() => Machine.WithoutDesktopAsync(async machine =>
    {
        var before = File.Exists(Program);
        machine.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        var layer = Directory.CreateDirectory(Path.Combine(machine.Files.Home, "layer")).FullName;
        string[] root = Environment.UserName == "root" ? [] : ["sudo", "--non-interactive"];
        string[] command = [.. root, "unshare", "--mount", "--propagation", "private", "/bin/sh", "-c", Layer, layer, BuiltPackages.Find("_amd64.deb"), Life];

        var life = machine.StartProgram(command[0], command[1..]);
        var code = await life.EndAsync(Limit);

        Assert.True(code == 0, string.Join('\n', life.Output));
        Assert.Equal(
            """
            /usr/bin/trayagent
            TrayAgent runs. Its log is '/tmp/trayagent-home/.local/state/trayagent/trayagent.log'.
            """.ReplaceLineEndings("\n"),
            string.Join('\n', life.StandardOutput));
        Assert.Equal(before, File.Exists(Program));
    });
}
