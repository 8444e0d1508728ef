#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs Debian packages when the file that shows they are there is not: install-packages.sh FILE PACKAGE...
set -eu
file=$1
shift
[ -e "$file" ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "footprint needs $* ($file is missing), and this machine has no apt-get." >&2
    echo "Install GLPK 5.0 with its header and glpsol by the system's own means, then run make again." >&2
    exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
    as_root=sudo
fi
echo "Installing $*" >&2
$as_root apt-get update -qq >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
