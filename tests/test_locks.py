"""The locked packages: what pyproject.toml asks for, the same everywhere, and a Qt that lives through an evening."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {name: (ROOT / "requirements" / f"{name}.txt").read_text("utf-8") for name in ("run", "dev")}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for(part: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + (project["optional-dependencies"]["dev"] if part == "dev" else [])
    return {plain(re.split(r"[<>=!~;\[ ]", line)[0]) for line in lines}


def locked(part: str) -> dict[str, str]:
    return {plain(name): version for name, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", LOCKS[part])}


@pytest.mark.parametrize("part", ["run", "dev"])
def test_everything_asked_for_is_locked(part: str) -> None:
    assert asked_for(part) - set(locked(part)) == set()


def test_what_is_tested_is_what_runs() -> None:
    assert locked("run").items() <= locked("dev").items()


@pytest.mark.parametrize("part", ["run", "dev"])
def test_a_lock_names_hashes_and_no_machine(part: str) -> None:
    packages = re.split(r"(?m)^(?=[\w.-]+==)", LOCKS[part])[1:]
    assert packages
    assert [package.splitlines()[0] for package in packages if "--hash=sha256:" not in package] == []
    assert not re.search(r"(?m)://|--index|--find-links|^[^#\n]*[ @]/", LOCKS[part])


def test_make_run_installs_no_tools_of_the_trade() -> None:
    assert {"pytest", "mypy", "ruff", "hatchling"}.isdisjoint(locked("run"))


def test_qt_keeps_count_of_nothing(qtbot: QtBot) -> None:
    """PySide6 6.12 on Python 3.11 loses one None a call, and the program dies within half an hour of use."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for turn in range(200):
        label.setText(str(turn))
    assert abs(sys.getrefcount(None) - before) < 100
    for turn in range(100_000):
        label.setText(str(turn))
    assert abs(sys.getrefcount(None) - before) < 1_000
