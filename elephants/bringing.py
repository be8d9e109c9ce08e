"""Brings the past in: looks through a folder of old minutes, and brings each paper into a space, whole or not at all.

Looking changes nothing, and may be done aside from a window; each paper is one deed through the desk.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from elephants.desk import Desk
from elephants.sessions.brought.brought import CHANGED, NEW, THERE, bring_again, bring_in, known
from elephants.sessions.brought.reading import LARGEST_FILE, Minutes, read_minutes
from elephants.sessions.space import Space
from elephants.sessions.text import LIMITS, Refused, blank, tidy
from elephants.words import day_words, mark, tr, trn

ENDS = (".md", ".markdown", ".mdown", ".mkd")
"""How the name of a file in Markdown ends."""
MOST_FILES = 3_000
MOST_BYTES = 60_000_000
"""So much of old papers is looked through at once: they are all in memory until they are in."""

NAME_PEOPLE = mark("These papers name people.")
"""What is said before anything is brought in (METHOD.md, Read-back and papers)."""


@dataclass(frozen=True, repr=False)
class Skipped:
    """A file that is left out: its name, and why, in a sentence."""

    source: str
    why: str


@dataclass(frozen=True, repr=False)
class Looked:
    """What was found: papers that were read, the oldest first, files left out, and how many are no Markdown."""

    papers: tuple[Minutes, ...]
    skipped: tuple[Skipped, ...]
    others: int


def look(places: Sequence[Path], today: date, told: Callable[[float], None] = lambda _done: None) -> Looked:
    """Look through a folder with its folders, or at single files; `told` hears how far it is, from 0 to 1.

    A file that cannot be read is named among the skipped, and the others still come in. Refuses what is not there,
    and more than 3,000 files or 60 MB at once.
    """
    files: list[tuple[str, Path]] = []
    skipped: list[Skipped] = []
    others = 0
    for place in places:
        others += _gather(place, files, skipped)
    if len(files) > MOST_FILES:
        raise Refused(tr("There are {n} papers. At most {most} can come in at once.", n=len(files), most=MOST_FILES))
    papers: list[Minutes] = []
    left = MOST_BYTES
    for number, (source, path) in enumerate(files):
        told(number / len(files))
        try:
            given = _bytes_of(path)
            left -= len(given)
            if left >= 0:
                papers.append(read_minutes(source, given, today))
        except Refused as why:
            skipped.append(Skipped(tidy(source), str(why)))
        if left < 0:
            raise Refused(tr("This is more than {n} MB. Bring in a smaller folder.", n=MOST_BYTES // 1_000_000))
    papers.sort(key=lambda one: (one.day or date.min, one.source))
    return Looked(tuple(papers), tuple(skipped), others)


def _gather(place: Path, files: list[tuple[str, Path]], skipped: list[Skipped]) -> int:
    """List what there is to read at a place; gives how many files are no Markdown."""
    place = _as_named(place)
    if not place.is_dir():
        if not os.path.lexists(place):
            raise Refused(tr("There is no folder or file at {place}.", place=place))
        files.append((f"{place.parent.name or place.anchor}/{place.name}", place))
        return 0
    others = 0
    for path in _within(place, place.name or place.anchor, skipped):
        source = f"{place.name or place.anchor}/{path.relative_to(place).as_posix()}"
        if path.suffix.casefold() not in ENDS:
            others += 1
        elif path.is_dir():
            skipped.append(Skipped(tidy(source), tr("It is a folder.")))
        else:
            files.append((source, path))
    return others


def _as_named(place: Path) -> Path:
    """Give the whole path of what was named: "." has a name then, and a link keeps its own."""
    return Path(os.path.abspath(place))  # noqa: PTH100  (resolve would follow the link)


def _within(folder: Path, name: str, skipped: list[Skipped]) -> Iterator[Path]:
    """Give every file below a folder, in order; what is hidden is not looked into, a link to a folder not followed.

    A folder with the name of a paper is given as it is.
    """

    def skip(path: Path, why: str) -> None:
        skipped.append(Skipped(tidy(f"{name}/{path.relative_to(folder).as_posix()}"), why))

    def closed(trouble: OSError) -> None:
        skip(Path(trouble.filename), tr("This folder may not be opened."))

    for where, folders, names in os.walk(folder, onerror=closed):
        for link in (Path(where) / one for one in sorted(folders) if not one.startswith(".")):
            if link.is_symlink():
                skip(link, tr("It leads to another folder. Bring that one in by itself."))
        papers = [
            one for one in folders if Path(one).suffix.casefold() in ENDS and not (Path(where) / one).is_symlink()
        ]
        folders[:] = sorted(one for one in folders if not one.startswith(".") and one not in papers)
        yield from (Path(where) / one for one in sorted([*names, *papers]) if not one.startswith("."))


def _bytes_of(path: Path) -> bytes:
    """Read a file; refuses what is none (a pipe would wait for ever), is too large, or may not be read."""
    try:
        seen = path.stat()
        if stat.S_ISDIR(seen.st_mode):
            raise Refused(tr("It is a folder."))
        if not stat.S_ISREG(seen.st_mode):
            raise Refused(tr("It is no file."))
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except PermissionError:
        raise Refused(tr("It may not be read by you.")) from None
    except (OSError, ValueError):
        raise Refused(tr("It cannot be read. Is it still there?")) from None


# -- bringing in ---------------------------------------------------------------------------------------------------


def space_of(desk: Desk, space_id: int) -> Space:
    """Give a space with the list of what was brought into it."""
    desk.unfold(space_id)
    space = next((one for one in desk.home.spaces if one.id == space_id), None)
    if space is None:
        raise Refused(tr("There is no such space any more."))
    return space


def bring(desk: Desk, space_id: int, minutes: Minutes) -> str:
    """Bring in one paper: NEW, CHANGED or, where nothing was to do, THERE; all of it or nothing is in then."""
    space = space_of(desk, space_id)
    came = known(space, minutes)
    if came != THERE:
        desk.change(space, bring_in if came == NEW else bring_again, minutes)
    return came


def space_name(place: Path) -> str:
    """Say what the space is called that is made for a folder, or for the folder a file lies in."""
    place = _as_named(place)
    name = tidy((place if place.is_dir() else place.parent).name).strip()[: LIMITS["space"]].strip()
    return tr("Old minutes") if blank(name) else name


def paper_words(minutes: Minutes) -> str:
    """Say one paper on one line: its day, its title, the name of its file."""
    title, file = minutes.title, minutes.source
    said = tr("{title} ({file}). It names no day.", title=title, file=file)
    if minutes.day is not None:
        said = tr("{day}: {title} ({file})", day=day_words(minutes.day), title=title, file=file)
    return f"{said} {tr('Its letters were guessed. Look at them.')}" if minutes.guessed else said


def sum_words(done: dict[str, int], skipped: int, others: int) -> str:
    """Say what came of all of it: how many came in, were there, were replaced, were left out."""
    said = [trn("{n} paper came in.", "{n} papers came in.", done.get(NEW, 0))]
    if n := done.get(CHANGED, 0):
        said.append(
            trn("{n} had changed: it is here as it is now.", "{n} had changed: they are here as they are now.", n)
        )
    if n := done.get(THERE, 0):
        said.append(trn("{n} was here already.", "{n} were here already.", n))
    if skipped:
        said.append(trn("{n} was left out.", "{n} were left out.", skipped))
    if others:
        said.append(trn("{n} other file is not Markdown.", "{n} other files are not Markdown.", others))
    return " ".join(said)
