#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# walk.sh KARTOTEKA KARTOTEKA-CLI: what a screen reader gets of the running program, on a display and a bus of its own.
# Ends with 77, "skipped", where the tools for that are missing.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
program=$1
cli=$2
for tool in Xvfb xvfb-run dbus-run-session /usr/libexec/at-spi-bus-launcher; do
    command -v "$tool" >/dev/null || { echo "skipped: no $tool"; exit 77; }
done
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null || { echo "skipped: no pyatspi"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p -m 700 "$work/run" "$work/config/Kartoteka"
printf '[General]\nlanguage=en\nappearance=light\nmotion=none\n' >"$work/config/Kartoteka/Kartoteka.conf"
# The program hands its file to one that runs already: those of others are found in the temporary folder.
export TMPDIR=$work/run XDG_RUNTIME_DIR=$work/run XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0 LC_ALL=C.UTF-8
unset QT_SCALE_FACTOR WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS DISPLAY
"$cli" "$work/office.kartoteka" init --demo 20 --lang en >/dev/null
xvfb-run -a -s '-screen 0 1440x900x24' dbus-run-session -- \
    /usr/bin/python3 "$here/walk.py" "$program" "$work/office.kartoteka"
