#!/bin/sh
# Installs TrayAgent for you alone, into ~/.local, or below another folder: ./install.sh --prefix DIR
# ./install.sh --uninstall takes it away again; settings, state and the files of other programs stay.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
prefix=$HOME/.local
action=install
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -ge 2 ] || { echo "'--prefix' needs a folder." >&2; exit 2; }; prefix=$2; shift ;;
        --uninstall) action=uninstall ;;
        *) echo "'$1' is unknown. There are '--prefix DIR' and '--uninstall'." >&2; exit 2 ;;
    esac
    shift
done

case $prefix in
    /*) ;;
    *) echo "'$prefix' is not a full path." >&2; exit 2 ;;
esac

program=$prefix/bin/trayagent
unit=$prefix/share/systemd/user/trayagent.service

if [ "$action" = uninstall ]; then
    if [ -x "$program" ]; then
        "$program" autostart off > /dev/null || echo "Starting at login could not be turned off: see 'trayagent autostart status'." >&2
    fi
    rm -f "$program" "$unit" "$prefix/share/applications/trayagent.desktop"
    rm -f "$prefix"/share/icons/hicolor/*/apps/trayagent.png
    rm -rf "$prefix/share/doc/trayagent"
    echo "TrayAgent is uninstalled. If it runs, quit it in its menu."
    echo "If Claude Code's settings still name 'trayagent', its 'awsAuthRefresh' fails now: set it to 'aws sso login --profile PROFILE'."
    exit 0
fi

mkdir -p "$prefix/bin" "$prefix/share/doc/trayagent" "$(dirname "$unit")"

# A running program cannot be written over, but its name can be given to the new one.
cp "$here/trayagent" "$program.new"
chmod 755 "$program.new"
mv -f "$program.new" "$program"
cp -R "$here/share/applications" "$here/share/icons" "$prefix/share/"
sed "s|^ExecStart=.*|ExecStart=\"$program\" run|" "$here/share/systemd/user/trayagent.service" > "$unit"
cp "$here/LICENSE" "$here/THIRD-PARTY-NOTICES.txt" "$here/trayagent.cdx.json" "$prefix/share/doc/trayagent/"

echo "TrayAgent $("$program" --version) is installed as '$program'."
case ":$PATH:" in
    *":$prefix/bin:"*) echo "Next: trayagent setup, trayagent run, trayagent autostart on" ;;
    *) echo "'$prefix/bin' is not in your PATH. Next: '$program' setup, '$program' run, '$program' autostart on" ;;
esac
