#!/bin/sh
# Asks the public database of known holes about every locked package, those of other systems too (needs the network).
# It tells that database their names and versions, nothing else. The tools come from a lock of their own, and go again.
# A package that the database does not know, or an index that has no such database, is a failure: not asked is not safe.
set -eu

cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools/venv"
"$tools/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
    --only-binary :all: -r requirements/audit.txt
for lock in run dev; do
    echo "requirements/$lock.txt"
    sed -E 's/^([^ ]+) ; [^\]*/\1 /' "requirements/$lock.txt" >"$tools/$lock.txt" # without "only on Windows"
    "$tools/venv/bin/pip-audit" --requirement "$tools/$lock.txt" --require-hashes --disable-pip --strict \
        --progress-spinner off --desc off || broken=1
done
exit ${broken:-0}
