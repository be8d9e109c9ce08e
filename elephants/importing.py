"""The command `elephants import`: a folder of old minutes comes into the store, and each file is answered for."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from elephants.safekeeping import NewCommand
from elephants.sessions.text import Refused
from elephants.words import tr, trn

if TYPE_CHECKING:
    from elephants.bringing import Looked
    from elephants.desk import Desk


def add_command(command: NewCommand, store_of: Callable[[argparse.Namespace], Path]) -> None:
    """Add the command; `store_of` gives the store that its words mean, unlocked."""
    bring = command(
        "import", tr("Bring old minutes in Markdown into a space, as they were written."),
        lambda words: import_papers(words.folder, lambda: store_of(words), words.space),
    )  # fmt: skip
    bring.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, help=tr("a folder of papers, or one paper"))
    bring.add_argument("--space", metavar="NAME", default="", help=tr("into this space, not one named like the folder"))


def import_papers(place: Path | None, store_of: Callable[[], Path], space: str) -> Iterator[str]:
    """Bring a folder in, paper by paper, and say of each what came of it; a space named after it is made if need be.

    Refuses a folder that is not there or holds no paper that can be read, and a space that is not there. Stopped in
    the middle, the papers that are in stay in.
    """
    from elephants.bringing import NAME_PEOPLE, look, space_name
    from elephants.desk import Desk
    from elephants.store.store import Store

    if place is None:
        raise Refused(tr("Which folder? For example: elephants import old-minutes"))
    looked = look([place], datetime.now().date())  # noqa: DTZ005  (a clock on a wall has no zone)
    if not looked.papers:
        raise Refused("\n".join((_nothing(place, looked), *_left_out(looked))))
    desk = Desk(Store(store_of()))
    try:
        into = _found(desk, space) if space else None
        yield tr(NAME_PEOPLE)
        yield from _left_out(looked)
        yield from _brought(desk, into if into is not None else _named(desk, space_name(place)), looked)
    finally:
        desk.close()


def _nothing(place: Path, looked: Looked) -> str:
    if looked.skipped:
        return tr("No paper in {place} can be read. Nothing was brought in.", place=place)
    return tr("There is no paper in Markdown in {place}. Nothing was brought in.", place=place)


def _left_out(looked: Looked) -> list[str]:
    return [tr("Left out: {file}. {why}", file=one.source, why=one.why) for one in looked.skipped]


def _found(desk: Desk, name: str) -> int:
    spaces = desk.home.spaces
    found = next((one.id for one in spaces if one.name.casefold() == name.casefold().strip()), None)
    if found is None:
        names = ", ".join(one.name for one in spaces)
        raise Refused(
            tr("There is no space of this name. There are: {names}.", names=names) if names
            else tr("There is no space in this store yet. Leave --space out, and one is made.")
        )  # fmt: skip
    return found


def _named(desk: Desk, name: str) -> int:
    """Give the space of this name; it is made where it is not there yet."""
    from elephants.sessions.space import Home

    found = next((one.id for one in desk.home.spaces if one.name.casefold() == name.casefold()), None)
    if found is None:
        uid = desk.change(desk.home, Home.new_space, name)
        found = next(one.id for one in desk.home.spaces if one.uid == uid)
    return found


def _brought(desk: Desk, space_id: int, looked: Looked) -> Iterator[str]:
    """Bring in paper after paper; whatever ends it, what is in is said."""
    from elephants.bringing import bring, paper_words, sum_words

    done: Counter[str] = Counter()
    words = _words_of()
    try:
        for minutes in looked.papers:
            came = bring(desk, space_id, minutes)
            done[came] += 1
            yield f"{words[came]} {paper_words(minutes)}"
    except (KeyboardInterrupt, Refused) as end:
        if isinstance(end, KeyboardInterrupt):
            raise KeyboardInterrupt(f"{tr('Stopped.')} {_so_far(done.total())}") from None
        raise Refused(f"{end} {_so_far(done.total())}") from None
    name = next(one.name for one in desk.home.spaces if one.id == space_id)
    yield f"{tr('Into the space {name}:', name=name)} {sum_words(done, len(looked.skipped), looked.others)}"


def _so_far(n: int) -> str:
    return trn("{n} paper was done before, and stays.", "{n} papers were done before, and stay.", n)


def _words_of() -> dict[str, str]:
    from elephants.sessions.brought.brought import CHANGED, NEW, THERE

    return {NEW: tr("Came in:"), THERE: tr("Here already:"), CHANGED: tr("Changed, as it is now:")}
