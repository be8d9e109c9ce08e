#!/bin/sh
# Sets up what is missing before Elephants runs (setup.sh run) or is tested (setup.sh test); says nothing if all is there.
# In order: a Python, the system's packages, .venv, the locked packages, the project itself.
set -eu

purpose=${1:-run}
root=$(cd "$(dirname "$0")/.." && pwd)
venv=$root/.venv
in_range='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'

say() { printf '%s\n' "$*"; }
stop() { say "$*" >&2; exit 1; }

# Runs a command without its chatter; shows the end of it if it fails.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1 </dev/null; then rm -f "$log"; return 0; fi
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
}

find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        if "$name" -c "$in_range" >/dev/null 2>&1; then command -v "$name"; return 0; fi
    done
    return 1
}

# --- the system's packages, on Debian and Ubuntu ---

installed() {
    case $(dpkg-query -W -f '${Status}\n' "$1" 2>/dev/null) in *"install ok installed"*) return 0 ;; esac
    return 1
}

# Of "new-name|old-name": nothing if either is installed, else the first one this system knows, else the last.
missing_of() {
    names=$(printf '%s' "$1" | tr '|' ' ')
    for name in $names; do if installed "$name"; then return 0; fi; done
    for name in $names; do if apt-cache show "$name" >/dev/null 2>&1; then break; fi; done
    say "$name"
}

wanted() {
    if [ "$purpose" = test ]; then cat "$root/packaging/apt-run.txt" "$root/packaging/apt-test.txt"
    else cat "$root/packaging/apt-run.txt"; fi | sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d'
}

missing_packages() {
    wanted | while read -r line; do missing_of "$line"; done
    # Debian keeps the part of Python that makes environments in a package of its own.
    "$python" -c 'import ensurepip' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

refresh_lists() {
    quietly $sudo apt-get update || say "The package lists could not be refreshed; going on with those that are here."
}

install_packages() {
    say "Installing system packages: $*"
    quietly $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
        stop "apt-get could not install them."
}

# Root and CI are not asked; a person is asked once, with the exact line; a script gets the line and a stop.
set_up_system() {
    if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then return 0; fi
    missing=$(missing_packages | tr '\n' ' ' | sed 's/ $//')
    if [ -z "$missing" ]; then return 0; fi
    sudo=sudo as_root=
    if [ "$(id -u)" = 0 ] || ! command -v sudo >/dev/null 2>&1; then sudo='' as_root=', run as root,'; fi
    if [ "$(id -u)" != 0 ] && [ "${CI:-}" != true ]; then
        say "Elephants needs some system packages. This line$as_root installs them:" >&2
        say "    ${sudo:+sudo }apt-get update && ${sudo:+sudo }apt-get install --no-install-recommends $missing" >&2
        if [ ! -t 0 ] || [ -z "$sudo" ]; then exit 1; fi
        printf 'Run it now? [y/N] ' >&2
        read -r answer || answer=
        case $answer in [yY]*) $sudo -v ;; *) exit 1 ;; esac
    fi
    refresh_lists
    # Fresh lists may know a package by its newer name.
    install_packages $(missing_packages)
}

# --- Python's packages ---

set_up_venv() {
    if "$venv/bin/python" -c "$in_range; import pip" >/dev/null 2>&1; then return 0; fi
    say "Making .venv with $("$python" --version)"
    rm -rf "$venv"
    quietly "$python" -m venv "$venv" || stop "The environment .venv could not be made."
}

# A copy of the lock lies in .venv: the same file means the same packages. The test lock holds the run lock.
install_lock() {
    if cmp -s "$root/requirements/$1.txt" "$venv/$1.lock"; then return 0; fi
    say "Installing the packages of requirements/$1.txt"
    rm -f "$venv/run.lock" "$venv/dev.lock"
    quietly "$venv/bin/python" -m pip install --disable-pip-version-check --require-hashes --no-deps \
        --only-binary :all: -r "$root/requirements/$1.txt" || stop "The packages could not be installed."
    for lock in run "$1"; do cp "$root/requirements/$lock.txt" "$venv/$lock.lock"; done
}

# The checkout itself is what runs: no build, and an edit counts at once.
link_project() {
    packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    say "$root" >"$packages/elephants.pth"
    cat >"$venv/bin/elephants" <<'EOF'
#!/bin/sh
''''exec "$(dirname "$0")/python" "$0" "$@" # '''
import sys

from elephants.__main__ import main

sys.exit(main())
EOF
    chmod +x "$venv/bin/elephants"
}

case $purpose in
    run) lock=run ;;
    test) lock=dev ;;
    *) stop "setup.sh takes run or test, not $purpose." ;;
esac
python=$(find_python) || stop "Elephants needs Python 3.11, 3.12 or 3.13, and none was found. Please install one and try again."
set_up_system
set_up_venv
install_lock $lock
link_project
