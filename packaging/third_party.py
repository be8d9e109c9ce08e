"""Writes who made what is shipped: THIRD-PARTY.txt and the licences beside it, from the packages' own metadata."""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

OWN = Path(__file__).resolve().parent / "licences"
BESIDE = ("shiboken6", "pyinstaller")  # the one is met only as a library, the other is how the program begins
_LICENCES = ("licen", "copying", "notice", "authors")
HEAD = """What Elephants is built with

Elephants is under the Apache License 2.0 (LICENSE). In this folder are works of others, under their own licences,
which lie in licences/ under the names below. Qt and PySide6 are used under the LGPL 3: they are libraries of their
own in this folder and can be exchanged for others of the same kind; their source is at https://download.qt.io.

"""


def shipped(modules: Iterable[str]) -> list[Distribution]:
    """Give the packages that a list of modules belongs to, in the order of their names."""
    of = packages_distributions()
    names = {name for module in modules for name in of.get(module.split(".")[0], ())} | set(BESIDE)
    return sorted((distribution(name) for name in names), key=lambda one: one.name.lower())


def licence_of(one: Distribution) -> str:
    """Say under which licence a package is, as it says itself."""
    for field in ("License-Expression", "License"):
        says: str = (one.metadata.get_all(field) or [""])[0]
        if len(says.splitlines()) == 1:
            return says
    classes = [
        line.split(" :: ")[-1] for line in one.metadata.get_all("Classifier") or () if line.startswith("License")
    ]
    return ", ".join(classes) or "see its licence"


def texts_of(one: Distribution) -> list[Path]:
    """Find the licence texts that a package brings with it."""
    files = [Path(str(one.locate_file(file))) for file in one.files or () if ".dist-info" in str(file)]
    return [file for file in files if any(word in str(file).split(".dist-info")[1].lower() for word in _LICENCES)]


def python_licence() -> Path | None:
    """Find the licence of Python: beside its library or, word for word the same, with a package of Python's makers."""
    for place in (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", *texts_of(distribution("typing_extensions"))):
        if place.is_file():
            return place
    return None


def write(folder: Path, modules: Iterable[str]) -> None:
    """Write the list and gather the licences into a folder of a fresh build."""
    lines = [HEAD, f"Python {sysconfig.get_python_version()}: PSF-2.0 (licences/python)\n"]
    python = python_licence()
    if python is not None:
        _put(python, folder / "licences" / "python" / "LICENSE.txt")
    for text in OWN.glob("*.txt"):
        _put(text, folder / "licences" / "qt" / text.name)
    for one in shipped(modules):
        texts = texts_of(one)
        for text in texts:
            inside = str(text).split(".dist-info")[1].strip("/\\").replace("\\", "/").removeprefix("licenses/")
            _put(text, folder / "licences" / one.name.lower() / inside)
        where = one.name.lower() if texts else "qt"
        lines.append(f"{one.name} {one.version}: {licence_of(one)} (licences/{where})\n")
    (folder / "THIRD-PARTY.txt").write_text("".join(lines), "utf-8")


def _put(text: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, to)
