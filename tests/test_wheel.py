"""What `pip install` gives: a wheel with all its assets, and a working `elephants` from any folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("fonts", "cards", "pictures", "icons", "words", "rehearsals")


@dataclass(frozen=True)
class Installed:
    """Elephants in an environment of its own, away from the checkout; only its libraries are borrowed from ours."""

    env: Path
    away: Path

    def run(self, program: str, *words: str) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        clean["PYTHONUTF8"] = "1"
        path = Path(sysconfig.get_path("scripts", vars={"base": str(self.env)})) / program
        return subprocess.run(
            [str(path), *words], cwd=self.away, env=clean, capture_output=True, text=True, timeout=120, check=False
        )

    def said(self, program: str, *words: str) -> str:
        """The answer of a command that must go well and quietly."""
        done = self.run(program, *words)
        assert (done.returncode, done.stderr) == (0, ""), done
        return done.stdout


def pip(*words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *words],
        check=True,
        capture_output=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", str(ROOT), "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    env = tmp_path_factory.mktemp("env")
    venv.create(env, symlinks=True)
    pip("--python", str(env), "install", "--no-deps", "--no-index", str(wheel))
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(env)}))
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return Installed(env, tmp_path_factory.mktemp("away"))


def shipped_files() -> list[str]:
    """Each file under assets/ that a person would find in a fresh clone."""
    files = (path for folder in SHIPPED for path in (ROOT / "assets" / folder).rglob("*") if path.is_file())
    return sorted(path.relative_to(ROOT).as_posix() for path in files if not path.name.startswith("."))


def test_the_wheel_holds_every_asset(wheel: Path) -> None:
    inside = set(ZipFile(wheel).namelist())
    assert shipped_files()
    assert [name for name in shipped_files() if f"elephants/{name}" not in inside] == []
    assert "elephants/py.typed" in inside


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"elephants"}


def test_each_font_lies_beside_its_licence(wheel: Path) -> None:
    names = {Path(name).name for name in ZipFile(wheel).namelist() if name.startswith("elephants/assets/fonts/")}
    families = {re.sub("^Noto.*", "NotoSans", name.split("-")[0]) for name in names if name.endswith(".ttf")}
    assert families == {"AtkinsonHyperlegible", "Andika", "NotoSans"}
    assert {f"{family}-OFL.txt" for family in families} <= names


def test_assets_are_found_where_it_is_installed(installed: Installed) -> None:
    ask = "from elephants.places import asset; print(asset('fonts', 'AtkinsonHyperlegible-Regular.ttf').resolve())"
    found = Path(installed.said("python", "-c", ask).strip())
    assert found.is_file()
    assert found.is_relative_to(installed.env.resolve())


def test_a_rehearsal_and_its_papers_from_any_folder(installed: Installed, tmp_path: Path) -> None:
    ask = "from elephants.places import asset; print(asset('rehearsals', 'tuesday-kitchen.toml'))"
    evening = installed.said("python", "-c", ask).strip()
    store, papers = str(tmp_path / "tuesday"), tmp_path / "papers"
    installed.said("elephants", "rehearse", evening, "--store", store, "--papers", str(papers))
    assert {path.name for path in papers.iterdir()} >= {"minutes.pdf", "outcome.pdf"}

    sessions = json.loads(installed.said("elephants", "sessions", "--json", "--store", store))
    assert sessions[-1]["date"] == "2026-11-24"
    minutes = tmp_path / "again.pdf"
    installed.said("elephants", "minutes", str(sessions[-1]["id"]), "--to", str(minutes), "--store", store)
    assert minutes.read_bytes().startswith(b"%PDF-")


def test_what_it_cannot_do_is_said_in_a_sentence(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("elephants", "rehearse", str(tmp_path / "none.toml"), "--store", str(tmp_path / "store"))
    assert done.returncode == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
