"""A place to rehearse: the sample space in a store of its own, of which nothing is kept."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from elephants.desk import Desk
from elephants.places import asset
from elephants.rehearsal import Rehearsal, read_rehearsal
from elephants.store.store import Store

SAMPLE = ("rehearsals", "tuesday-kitchen.toml")


class Sandbox:
    """A desk on a fresh store with the sample session made ready; `away` deletes all of it."""

    def __init__(self, sample: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="elephants-"))
        try:
            self.rehearsal: Rehearsal = read_rehearsal(sample or asset(*SAMPLE))
            self.store = Store(self.folder / "rehearsal.store")
            self.desk = Desk(self.store, clock=self.rehearsal.clock)
            self.rehearsal.set_up(self.desk)
            self.desk.leave()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def away(self) -> None:
        """Close the desk and delete its store and key."""
        self.desk.close()
        shutil.rmtree(self.folder, ignore_errors=True)
