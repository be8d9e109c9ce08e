#!/bin/sh
# Remakes requirements/: every package with its hashes, for Python 3.11 to 3.13 on Linux, macOS and Windows.
# Works from the public index alone, whatever indexes this machine is set up with.
set -eu

cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv

lock() {
    name=$1
    shift
    env -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL -u PIP_FIND_LINKS UV_NO_CONFIG=1 \
        "$tools/bin/uv" pip compile pyproject.toml "$@" --output-file "requirements/$name.txt" --upgrade --quiet \
        --universal --python-version 3.11 --only-binary :all: --generate-hashes --no-annotate \
        --custom-compile-command "make lock"
}
lock run
lock dev --extra dev --constraint requirements/run.txt
lock audit --extra audit --constraint requirements/run.txt
