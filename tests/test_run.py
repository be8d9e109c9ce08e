"""The program as it is run: a log is begun, and a bug in the middle of a meeting is in it without a word of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MARK = "MARK-Anna said it"
PROGRAM = """
import sys
from pathlib import Path
from elephants import app as program
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

begin = program.App.expect_the_worst

def bug():
    raise ValueError(sys.argv[2])

def end(app):
    app.window.close()
    QApplication.quit()

def meet(app):
    begin(app)
    QTimer.singleShot(0, bug)
    QTimer.singleShot(300, lambda: end(app))

program.App.expect_the_worst = meet
sys.exit(program.run(Path(sys.argv[1])))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def run(home: Path) -> subprocess.CompletedProcess[str]:
    """Run the program on a laptop of its own; a bug happens as soon as home is there."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")
    env = {**os.environ, **dict.fromkeys(names, str(home)), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(home / "elephants.store"), MARK], cwd=ROOT, env=env,
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_a_bug_is_in_the_log_of_the_program_as_it_is_run_and_none_of_its_words(home: Path) -> None:
    done = run(home)
    assert done.returncode == 0, done.stderr
    (log,) = home.rglob("elephants.log")
    written = log.read_text("utf-8")
    assert "builtins.ValueError" in written
    assert "<string>:11 bug" in written, "the file and the line that it came from"
    assert all(MARK not in told for told in (written, done.stdout, done.stderr))
    assert os.name == "nt" or log.parent.stat().st_mode & 0o777 == 0o700


def test_a_log_that_cannot_be_begun_keeps_nobody_from_meeting(home: Path) -> None:
    kept = next(iter(_log_folders(home)))
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("a file where a folder should be", encoding="utf-8")
    done = run(home)
    assert done.returncode == 0, done.stderr
    assert "builtins.ValueError" in done.stderr, "it has to go somewhere"
    assert MARK not in done.stdout + done.stderr, "a system keeps what a program says to stderr"
    assert list(home.rglob("elephants.log")) == []


def _log_folders(home: Path) -> set[Path]:
    """Find where the log is begun, by a first run, and take it away again."""
    run(home)
    folders = {log.parent for log in home.rglob("elephants.log")}
    for folder in folders:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    return folders
