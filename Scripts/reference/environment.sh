#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a Python environment with the packages given, once, and prints its interpreter: environment.sh FOLDER PACKAGE...
# Exits with 3 and a sentence where there is no way to make it: a test then skips, and says why.
set -eu
folder=$1
shift
python=$folder/bin/python
if [ ! -e "$folder/complete" ]; then
    if ! python3 -m venv "$folder" >"${TMPDIR:-/tmp}/footprint-venv.$$" 2>&1; then
        echo "python3 cannot make a virtual environment (Debian: python3-venv)" >&2
        exit 3
    fi
    if ! "$python" -m pip install --quiet --disable-pip-version-check --retries 1 --timeout 20 "$@" >&2; then
        echo "pip cannot install $*: is PyPI within reach?" >&2
        exit 3
    fi
    touch "$folder/complete"
fi
echo "$python"
