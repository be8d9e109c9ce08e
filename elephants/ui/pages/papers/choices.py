"""What can be chosen on the page of papers: three ways to hand a session on, and every paper by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elephants.paper import papers
from elephants.paper.cards import cards_file_name, deck_of
from elephants.paper.papers import file_name
from elephants.paper.wanted import DRAWN, TABLES, Form, Wanted
from elephants.sessions.session import Session
from elephants.words import mark, tr


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its name, a sentence about it, its icon, and the files that come of it, the first shown."""

    key: str
    name: str
    sentence: str
    icon: str
    files: tuple[tuple[str, Form], ...]
    forms: tuple[Form, ...] = ()
    """The forms to choose between, where there is one file and more than one form of it."""

    @property
    def asks_names(self) -> bool:
        """Whether first names can be let in: only a table or a calendar asks that (METHOD.md)."""
        return any(form in TABLES for _, form in self.files)


_WRITTEN: tuple[Form, ...] = ("pdf", "html", "md")

PRESETS = (
    Choice("shared", mark("Shared"), mark("The minutes, to send to everybody."), "users-three",
           (("minutes", "pdf"),), _WRITTEN),
    Choice("core", mark("Core team"), mark("The minutes, a table of what we decided, and a calendar."), "list-checks",
           (("minutes", "pdf"), ("minutes", "csv"), ("minutes", "ics"))),
    Choice("easy", mark("Easy read"), mark("The outcome sheet with pictures, in short sentences."), "book-open",
           (("outcome", "pdf"),), _WRITTEN),
)  # fmt: skip

_MORE = (
    Choice("agenda", mark("Agenda"), mark("To send before the session, with room for your item."), "calendar",
           (("agenda", "pdf"),), _WRITTEN),
    Choice("running-order", mark("Running order"), mark("For the facilitator only: times and notes."), "clock",
           (("running-order", "pdf"),), _WRITTEN),
    Choice("cards", mark("Story cards"), mark("To cut out, four to a page."), "cards", (("cards", "pdf"),)),
    Choice("badges", mark("Name badges"), mark("To write a name on, or with names people gave."), "users",
           (("badges", "pdf"),)),
    Choice("ballots", mark("Ballot slips"), mark("To cut out, for a choice on paper."), "note", (("ballots", "pdf"),)),
    Choice("signals", mark("Signal cards"), mark("Go on, slow down and stop, to hold up."), "hand-palm",
           (("signals", "pdf"),)),
    Choice("table", mark("Decisions and actions"), mark("A table or a calendar, for other programs."),
           "calendar-check", (("minutes", "csv"),), ("csv", "ics")),
)  # fmt: skip

FORM_WORDS: dict[Form, str] = {
    "pdf": mark("PDF"), "html": mark("Web page"), "md": mark("Markdown"), "csv": mark("Table"), "ics": mark("Calendar"),
}  # fmt: skip

_KINDS = {
    "minutes": mark("minutes"), "outcome": mark("outcome sheet"), "agenda": mark("agenda"),
    "running-order": mark("running order"), "badges": mark("name badges"), "ballots": mark("ballot slips"),
    "signals": mark("signal cards"),
}  # fmt: skip


def more(*, looking: bool = False) -> Iterator[Choice]:
    """Give the papers that are not among the three ways, as far as they are made here.

    Who is only `looking` gets no running order: its notes are for the facilitator only (METHOD.md).
    """
    there = {*papers.PAPERS, *DRAWN} - ({"running-order"} if looking else set())
    yield from (one for one in _MORE if all(paper in there for paper, _ in one.files))


def named(session: Session, one: Wanted) -> str:
    """Name the file: date, space and kind, and nothing of what was said; a deck by its name."""
    if one.paper == "cards":
        return cards_file_name(deck_of(session, one.deck))
    kind = {"csv": mark("decisions and actions"), "ics": mark("calendar")}.get(one.form, _KINDS[one.paper])
    return file_name(session, one.paper, name=one.name, kind=tr(kind), ending=one.form)
