"""A place to rehearse: a sample space in a store of its own, of which nothing is kept."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from elephants.desk import Desk
from elephants.places import asset, assets
from elephants.rehearsal import Rehearsal, read_rehearsal
from elephants.rehearsal.traces import Trace, traces_of
from elephants.sessions.base import Refused
from elephants.store.store import Store
from elephants.words import tr

SAMPLE = ("rehearsals", "tuesday-kitchen.toml")


class Sandbox:
    """A desk on a fresh store with the sample session made ready; `away` deletes all of it."""

    def __init__(self, sample: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="elephants-"))
        self.sample = sample or asset(*SAMPLE)
        try:
            self.rehearsal: Rehearsal = read_rehearsal(self.sample)
            self.store = Store(self.folder / "rehearsal.store")
            self.desk = Desk(self.store, clock=self.rehearsal.clock)
            self.rehearsal.set_up(self.desk)
            self.session_id = _open_id(self.desk)
            self.desk.leave()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def traces(self) -> tuple[Trace, ...]:
        """Play the session on a twin of this sandbox, away from it, and give what each line leaves."""
        with tempfile.TemporaryDirectory(prefix="twin-", dir=self.folder) as folder:
            rehearsal = read_rehearsal(self.sample)
            twin = Desk(Store(Path(folder) / "twin.store"), clock=rehearsal.clock)
            try:
                rehearsal.set_up(twin)
                return traces_of(rehearsal, twin)
            finally:
                twin.close()

    def away(self) -> None:
        """Close the desk and delete its store and key."""
        self.desk.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Sample(NamedTuple):
    """A rehearsal to choose: its file, and what it is about in a line."""

    file: Path
    about: str


def samples() -> dict[str, Sample]:
    """Give every rehearsal that is shipped, by its title; the usual one first."""
    usual = asset(*SAMPLE)
    files = [usual, *(one for one in sorted((assets() / "rehearsals").glob("*.toml")) if one != usual)]
    read = ((one, read_rehearsal(one).about) for one in files)
    return {about.title: Sample(one, about.about) for one, about in read}


def _open_id(desk: Desk) -> int:
    if desk.session is None:
        raise Refused(tr("No session is open."))
    return desk.session.id
