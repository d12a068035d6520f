#!/bin/bash
# <bitbar.title>TrayAgent</bitbar.title>
# <bitbar.desc>AWS SSO sessions: until when, and one click to sign in or renew.</bitbar.desc>
# <swiftbar.hideRunInTerminal>true</swiftbar.hideRunInTerminal>
for program in "$(command -v trayagent)" /Applications/TrayAgent.app/Contents/MacOS/trayagent "$HOME/Applications/TrayAgent.app/Contents/MacOS/trayagent" ""; do
    [ -x "$program" ] && break
done
if [ -z "$program" ]; then
    echo "TrayAgent?"
    echo "---"
    echo "trayagent was not found: move TrayAgent.app into Applications"
    exit 0
fi
"$program" status --format swiftbar 2> /dev/null

# 3 says that something needs attention, which the icon shows; SwiftBar would take it for a broken plugin.
code=$?
[ $code -eq 3 ] && exit 0
exit $code
