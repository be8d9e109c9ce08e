"""The command that makes the paper *what is kept about us*: `elephants kept`; it imports no Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from elephants.sessions.text import Refused
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.paper.document import Document
    from elephants.safekeeping import NewCommand
    from elephants.store.store import Store


def add_command(command: NewCommand, store_of: Callable[[argparse.Namespace], Path]) -> None:
    """Add the command; `store_of` gives the store of its words, unlocked."""
    kept = command(
        "kept", tr("Make the paper What is kept about us: what, how much, until when, how to have it taken out."),
        lambda words: _kept(store_of, words),
    )  # fmt: skip
    kept.add_argument("--to", metavar="FILE", type=Path)
    kept.add_argument("--space", metavar="NAME", default="", help=tr("of which space, where there are several"))


def _kept(store_of: Callable[[argparse.Namespace], Path], words: argparse.Namespace) -> list[str]:
    if words.to is None:
        raise Refused(tr("Where to? For example: elephants kept --to kept.pdf"))
    from elephants.store.store import Store

    with closing(Store(store_of(words), writing=False)) as store:
        return tell(store, words.space, words.to, datetime.now().astimezone().date())


def tell(store: Store, space: str, to: Path, today: date) -> list[str]:
    """Write the paper of a space into a file, as a PDF, a web page or Markdown by its name; gives what to say.

    `space` is its name; "" means the only one. Refuses another ending, and a name that is none.
    """
    from elephants.paper import papers
    from elephants.paper.wanted import form_of, written

    ending = to.suffix.removeprefix(".").lower()
    if ending not in ("pdf", "html", "md"):
        raise Refused(tr("This paper can be a pdf, html or md file. Give it such a name."))
    made = kept_of(store, space, today)
    papers.write(written(made, form_of(ending)), to)
    return [tr("The paper is in {place}.", place=to), *papers.warnings_of(made)]


def kept_of(store: Store, space: str, today: date) -> Document:
    """Compose the paper of a space, by its name; "" means the only one. May be done in a thread."""
    from elephants.paper.kept import kept
    from elephants.sessions.forgetting.counted import counted, longer_kept
    from elephants.store.reading import looking
    from elephants.telling import space_of

    number, name = space_of(store, space)
    with looking(store) as db:
        return kept(name, counted(db, number), longer_kept(db, number), today)
