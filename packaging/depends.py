"""Finds what the built program needs from Debian: each library it names is in its folder, or in a package.

python packaging/depends.py FOLDER prints the line for Depends; it stops where a library is found in neither.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

BY_NAME = ("cupsprintersupport",)  # printing is asked for by Recommends: the window opens without it
RECOMMENDED = ("libcups2",)


def _asked(*command: str) -> str:
    done: subprocess.CompletedProcess[str] = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout


def programs(folder: Path) -> list[Path]:
    """Give every program and library of a folder that a system's linker reads."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in files if path.open("rb").read(4) == b"\x7fELF"]


def needed(files: list[Path]) -> dict[str, Path]:
    """Give each library that is named, with one file that names it."""
    named: dict[str, Path] = {}
    for path in files:
        for line in _asked("objdump", "-p", str(path)).splitlines():
            if line.strip().startswith("NEEDED"):
                named.setdefault(line.split()[1], path)
    return named


def least_glibc(files: list[Path]) -> str:
    """Give the oldest glibc that has all the program asks for."""
    asked: set[str] = {
        found for path in files for found in re.findall(r"\bGLIBC_([0-9.]+)", _asked("objdump", "-p", str(path)))
    }
    return max(asked, key=lambda one: [int(part) for part in one.split(".")])


def package_of(library: str) -> str:
    """Give the package of this Debian in which a library lies; stops where there is none."""
    found = [
        line.split(":")[0]
        for line in _asked("dpkg-query", "-S", f"*/{library}").splitlines()
        if "diversion" not in line
    ]
    if not found:
        raise SystemExit(f"No package has {library}.")
    return min(found)


def depends(folder: Path) -> list[str]:
    """Give the packages for Depends, in the order of their names."""
    files = [path for path in programs(folder) if not any(name in path.name for name in BY_NAME)]
    here = {path.name for path in folder.rglob("*")}
    packages = {package_of(library) for library in needed(files) if library not in here}
    return sorted(f"libc6 (>= {least_glibc(files)})" if one == "libc6" else one for one in packages)


if __name__ == "__main__":
    print(", ".join(depends(Path(sys.argv[1]))))
