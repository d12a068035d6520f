#!/bin/sh
# Installs TrayAgent for you alone, into ~/.local, or below another folder: ./install.sh --prefix DIR
# ./install.sh --uninstall takes it away again; settings, state and the files of other programs stay.
# The program needs glibc 2.34, OpenSSL and the certificates of authorities (on Debian: libssl3, ca-certificates).
set -eu
umask 022

here=$(dirname "$(readlink -f -- "$0")")
prefix=${HOME:+$HOME/.local}
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
    '') echo "HOME is not set. Name a folder: '--prefix DIR'." >&2; exit 2 ;;
    *[[:cntrl:]]*) echo "The folder has a control character in its name. Choose another." >&2; exit 2 ;;
    /*) ;;
    *) echo "'$prefix' is not a full path." >&2; exit 2 ;;
esac

program=$prefix/bin/trayagent
menu=$prefix/share/applications/trayagent.desktop
units=$prefix/share/systemd/user
unit=$units/trayagent.service
papers=$prefix/share/doc/trayagent
config=${XDG_CONFIG_HOME:-${HOME:+$HOME/.config}}
made=

# What 'made' lists was not there before; the deepest comes first.
folder() {
    [ ! -d "$1" ] || return 0
    folder "$(dirname "$1")"
    mkdir "$1"
    made="$1
$made"
}

# A value of the type string: https://specifications.freedesktop.org/desktop-entry-spec/latest/value-types.html
escaped() { printf '%s' "$1" | LC_ALL=C sed 's/\\/\\\\/g'; }

# In double quotes, as the value of Exec: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
quoted() { escaped "$(printf '%s' "$1" | LC_ALL=C sed -e 's/[\\"`$]/\\&/g' -e 's/%/%%/g')"; }

# A file of ours with the program's full path: it need not be in the PATH of the desktop.
filled() {
    while IFS= read -r line; do
        case $line in
            ExecStart=*) printf 'ExecStart="%s" run\n' "$(printf '%s' "$program" | LC_ALL=C sed 's/%/%%/g')" ;;
            Exec=*) printf 'Exec="%s" run\n' "$(quoted "$program")" ;;
            TryExec=*) printf 'TryExec=%s\n' "$(escaped "$program")" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done < "$1" > "$2"
    chmod 644 "$2"
}

# Whether the autostart entry starts this program; there may be another installation.
starts_at_login() {
    [ -n "$config" ] && [ -f "$config/autostart/trayagent.desktop" ] || return 1
    for name in "$program" "$(readlink -f -- "$program")"; do
        ! grep -qxF "TryExec=$(escaped "$name")" "$config/autostart/trayagent.desktop" || return 0
    done
    return 1
}

if [ "$action" = uninstall ]; then
    if [ -x "$program" ] && starts_at_login; then
        "$program" autostart off > /dev/null || echo "Starting at login could not be turned off: see 'trayagent autostart status'." >&2
    fi

    # What 'systemctl --user enable' left.
    wants=$config/systemd/user/graphical-session.target.wants
    if [ -n "$config" ] && [ -L "$wants/trayagent.service" ] \
        && [ "$(readlink -f -- "$wants/trayagent.service")" = "$(readlink -f -- "$unit")" ]; then
        rm -f "$wants/trayagent.service"
        rmdir "$wants" 2> /dev/null || :
    fi

    [ ! -f "$papers/folders" ] || made=$(cat "$papers/folders")
    rm -f "$program" "$unit" "$menu"
    rm -f "$prefix"/share/icons/hicolor/*/apps/trayagent.png
    rm -rf "$papers"
    printf '%s\n' "$made" | while IFS= read -r one; do
        case $one in "$prefix" | "$prefix"/*) rmdir "$one" 2> /dev/null || : ;; esac
    done
    echo "TrayAgent is uninstalled. If it runs, quit it in its menu."
    echo "If Claude Code's settings still name 'trayagent', its 'awsAuthRefresh' fails now: set it to 'aws sso login --profile PROFILE'."
    exit 0
fi

folder "$prefix/bin"
folder "$prefix/share/applications"
folder "$papers"

# A running program cannot be written over, but its name can be given to the new one.
install -m 755 "$here/trayagent" "$program.new"
mv -f "$program.new" "$program"
filled "$here/share/applications/trayagent.desktop" "$menu"
for size in "$here"/share/icons/hicolor/*; do
    icons=$prefix/share/icons/hicolor/${size##*/}/apps
    folder "$icons"
    install -m 644 "$size/apps/trayagent.png" "$icons/"
done
install -m 644 "$here/LICENSE" "$here/THIRD-PARTY-NOTICES.txt" "$here/trayagent.cdx.json" "$papers/"

case $program in
    *[\"\'\\]*) echo "systemd starts no program whose path has a quote or a backslash, so there is no unit for it." ;;
    *) folder "$units"; filled "$here/share/systemd/user/trayagent.service" "$unit" ;;
esac

# Before those that an earlier version made, which may hold them.
[ ! -f "$papers/folders" ] || made=$made$(cat "$papers/folders")
printf '%s\n' "$made" > "$papers/folders"

echo "TrayAgent $("$program" --version) is installed as '$program'."
if libraries=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2> /dev/null); then
    case $libraries in
        *libssl.so.3* | *libssl.so.1.1*) ;;
        *) echo "OpenSSL, which connections to AWS need, is not installed: see to that first ('sudo apt install libssl3' on Debian and Ubuntu)." ;;
    esac
fi
case ":$PATH:" in
    *":$prefix/bin:"*) echo "Next: trayagent setup, trayagent run, trayagent autostart on" ;;
    *) echo "'$prefix/bin' is not in your PATH. Next: '$program' setup, '$program' run, '$program' autostart on" ;;
esac
