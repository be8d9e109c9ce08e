#!/bin/sh
# Opens the app; on a machine without a screen plays the sample session instead and leaves its papers in out/.
set -eu

cd "$(dirname "$0")/.."
if [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then exec .venv/bin/elephants; fi

echo "No screen here, so no window can open. Playing the sample session, an evening at the Tuesday kitchen, instead."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p out
.venv/bin/elephants rehearse assets/rehearsals/tuesday-kitchen.toml --store "$folder/tuesday-kitchen" --papers out
echo "Its papers are in out/: minutes.pdf is the shared record, outcome.pdf the sheet for everybody."
