"""What `make package` builds from: the spec, what is left out, the files of the Debian package; and the build."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from elephants import __version__
from elephants.store import vault
from elephants.store.store import Store

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"


class AsWritten(configparser.ConfigParser):
    """Reads a desktop file, whose names have large and small letters."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def program(name: str) -> ModuleType:
    """Load one of the programs of packaging/, which are no package."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


def test_the_spec_puts_the_assets_where_they_are_looked_for() -> None:
    spec = (PACKAGING / "elephants.spec").read_text("utf-8")
    compile(spec, "elephants.spec", "exec")
    looked_for = (ROOT / "elephants" / "places.py").read_text("utf-8")
    assert '(str(ROOT / "assets"), "elephants/assets")' in spec
    assert '_PACKAGE / "assets"' in looked_for


def test_of_qt_only_what_is_used_goes_in() -> None:
    kept = program("shipping").kept
    plugins = "PySide6/Qt/plugins"
    used = "platforms/libqxcb.so platforms/libqwayland.so platforms/libqoffscreen.so platforms/qwindows.dll"
    for name in (*used.split(), "imageformats/libqsvg.so", "printsupport/libcupsprintersupport.so"):
        assert kept(f"{plugins}/{name}", f"/venv/{name}"), name
    unused = "sqldrivers/libqsqlite.so platforms/libqvnc.so qmltooling/libqmldbg_tcp.so platformthemes/libqgtk3.so"
    for name in (*unused.split(), "tls/libqopensslbackend.so"):
        assert not kept(f"{plugins}/{name}", f"/venv/{name}"), name
    for name in ("libQt6Network.so.6", "libQt6Qml.so.6", "Qt6Quick.dll", "libQt6Pdf.so.6"):
        assert not kept(name, f"/venv/{name}"), name
    assert kept("libQt6Core.so.6", "/venv/libQt6Core.so.6")
    assert kept("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert not kept("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
    assert not kept("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6")


def test_nothing_the_app_imports_is_left_out() -> None:
    never = set(program("shipping").TREE.never)
    assert "ssl" in never
    found = re.compile(r"^\s*(?:from|import) ([\w.]+)", re.MULTILINE)
    for path in (ROOT / "elephants").rglob("*.py"):
        for module in found.findall(path.read_text("utf-8")):
            parts = module.split(".")
            assert not {".".join(parts[:n]) for n in range(1, len(parts) + 1)} & never, f"{path.name} imports {module}"


def test_the_list_of_others_names_the_licence_of_each_library_of_ours() -> None:
    third_party = program("third_party")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    needs = re.findall(r'^    "([A-Za-z0-9-]+)[>=]', project.split("[project.optional")[0], re.MULTILINE)
    assert "sqlcipher3" in needs
    for name in needs:
        one = distribution(name)
        assert third_party.licence_of(one)
        assert third_party.texts_of(one) or "LGPL" in third_party.licence_of(one), name
    assert third_party.python_licence() is not None
    assert {one.name for one in (PACKAGING / "licences").iterdir()} == {"LGPL-3.0.txt", "GPL-3.0.txt"}


def test_the_desktop_file_is_valid_and_names_what_is_installed() -> None:
    read = AsWritten(interpolation=None)
    read.read(PACKAGING / "debian" / "elephants.desktop", "utf-8")
    entry = read["Desktop Entry"]
    assert {"Type", "Name", "Exec", "Icon", "Categories"} <= set(entry)
    assert (entry["Exec"], entry["Icon"], entry["Terminal"]) == ("elephants", "elephants", "false")
    assert all(entry[name].endswith(";") for name in ("Categories", "Keywords"))
    told = ET.parse(PACKAGING / "debian" / "org.elephants.Elephants.metainfo.xml").getroot()  # noqa: S314
    assert told.findtext("launchable") == "elephants.desktop"
    assert told.findtext("name") == entry["Name"]


def test_the_icon_is_drawn_in_every_size(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "draw_icons.py"), str(tmp_path)],
        check=True, capture_output=True, text=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    assert {"16.png", "48.png", "512.png", "elephants.svg", "elephants.ico", "elephants.icns"} <= {
        one.name for one in tmp_path.iterdir()
    }
    assert all(one.stat().st_size > 100 for one in tmp_path.iterdir())


# -- the build itself -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the program was built, away from dist."""
    folder = tmp_path_factory.mktemp("built")
    put = {"ELEPHANTS_DIST": str(folder / "dist"), "ELEPHANTS_BUILD": str(folder / "build")}
    subprocess.run([str(PACKAGING / "package.sh")], check=True, env=os.environ | put, timeout=1800)
    return folder / "dist"


def run(built: Path, *words: str) -> str:
    """Run the built program without any Python on its path; it must go well and quietly."""
    clean = {"PATH": "/nowhere", "HOME": str(built), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(built / "elephants" / "elephants"), *words],
        env=clean,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


@pytest.mark.torture
@pytest.mark.skipif(sys.platform != "linux", reason="the notes for other systems are in docs/packaging.md")
def test_the_built_program_plays_an_evening_and_makes_its_papers(built: Path, tmp_path: Path) -> None:
    assert run(built, "--version") == f"elephants {__version__}\n"
    evening = built / "elephants" / "_internal" / "elephants" / "assets" / "rehearsals" / "tuesday-kitchen.toml"
    store = str(tmp_path / "store")
    run(built, "rehearse", str(evening), "--store", store, "--papers", str(tmp_path / "papers"))
    for ending in ("pdf", "html", "md", "csv", "ics"):
        run(built, "minutes", "2", "--to", str(tmp_path / f"minutes.{ending}"), "--store", store)
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF-")
    assert (built / "elephants" / "_internal" / "THIRD-PARTY.txt").is_file()


@pytest.mark.torture
@pytest.mark.skipif(sys.platform != "linux", reason="the notes for other systems are in docs/packaging.md")
def test_the_built_program_opens_a_locked_store_and_knows_the_keyrings(built: Path, tmp_path: Path) -> None:
    store, words = tmp_path / "elephants.store", tmp_path / "words"
    Store(store).close()
    vault.set_passphrase(store, "four words in a row")
    words.write_text("four words in a row")
    assert "is whole" in run(built, "check", "--store", str(store), "--passphrase-file", str(words))
    inside = built / "elephants" / "_internal"
    [told] = inside.glob("keyring-*.dist-info/entry_points.txt")
    viewer = [sys.executable, "-m", "PyInstaller.utils.cliutils.archive_viewer", "--list", "--recursive", "--brief"]
    listed = subprocess.run(
        [*viewer, str(built / "elephants" / "elephants")], check=True, capture_output=True, text=True, timeout=120
    )
    modules = {line.strip() for line in listed.stdout.splitlines()}
    for backend in ("SecretService", "Windows", "macOS"):
        assert f"keyring.backends.{backend}" in told.read_text("utf-8")
        assert f"keyring.backends.{backend}" in modules
    assert "secretstorage" in modules
    assert "ssl" not in modules


@pytest.mark.torture
@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="only Debian makes its packages")
def test_the_package_depends_on_all_that_its_libraries_name(built: Path) -> None:
    (package,) = built.glob("elephants_*.deb")
    said = subprocess.run(
        ["dpkg-deb", "-f", str(package), "Depends"], check=True, capture_output=True, text=True
    ).stdout
    names = {one.split()[0] for one in said.split(", ")}
    assert names >= {one.split()[0] for one in program("depends").depends(built / "elephants")}
    assert {"libegl1", "libxcb-cursor0", "libxkbcommon0", "libc6"} <= names
    assert not {one for one in names if "python" in one}
