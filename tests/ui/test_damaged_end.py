"""After a crash whose last gestures rotted on the disk, home says that they may be missing; the file found is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from elephants.store.backup_names import backups_folder
from tests.ui.walking import an_app

ROOT = Path(__file__).resolve().parents[2]
CRASH = """
import os, sys
from pathlib import Path
from elephants.desk import Desk
from elephants.sessions.space import Home
from elephants.store.store import Store
desk = Desk(Store(Path(sys.argv[1])))
for name in ("One", "Two", "Three", "Four"):
    desk.change(desk.home, Home.new_space, name)
os._exit(9)
"""


def test_home_says_that_gestures_may_be_missing_and_keeps_the_file_as_it_was_found(tmp_path: Path) -> None:
    store = tmp_path / "elephants.store"
    assert subprocess.run([sys.executable, "-c", CRASH, store], cwd=ROOT, check=False).returncode == 9
    wal = Path(f"{store}-wal")
    rotten = bytearray(wal.read_bytes())
    rotten[len(rotten) // 2] ^= 255
    wal.write_bytes(rotten)
    with an_app(tmp_path) as app:
        assert "What was done last may be missing" in app.home.note.words.text()
    [aside] = backups_folder(store).glob("*.aside-wal")
    assert aside.read_bytes() == rotten
    with an_app(tmp_path) as app:
        assert "may be missing" not in app.home.note.words.text(), "once"
