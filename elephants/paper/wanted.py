"""Makes what somebody asked for: one paper of a session, in one form, as bytes that can be put in a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from elephants.paper import badges, ballots, cards, in_words, papers, signals
from elephants.paper.document import Document
from elephants.paper.fonts import missing
from elephants.paper.forms.calendar import to_ics
from elephants.paper.forms.html import to_html
from elephants.paper.forms.markdown import to_markdown
from elephants.paper.forms.table import to_csv
from elephants.paper.layout import to_pdf
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from elephants.words import tr

Form = Literal["pdf", "html", "md", "csv", "ics"]
FORMS: tuple[Form, ...] = get_args(Form)
"""Every form a record can have; the table and the calendar hold the session's decisions and actions."""

TABLES = ("csv", "ics")
"""Forms that hold the decisions and actions of a session and no one paper of it."""

DRAWN = ("cards", "badges", "ballots", "signals")
"""Papers that are drawn; as a web page or Markdown they are told in words."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the paper, its form, and what only some papers know.

    `names` lets first names into a table or a calendar, and on the badges; `called` are only some of them, for badges;
    `deck` and `backs` are for the story cards; `decision` is the id of the one to choose on ballot slips; `size` is
    that of the letters in points, 0 the paper's own; `name` asks for somebody's own outcome sheet.
    """

    paper: str = "minutes"
    form: Form = "pdf"
    names: bool = False
    deck: str = ""
    backs: bool = True
    size: int = 0
    name: str = ""
    called: tuple[str, ...] = ()
    decision: int = 0


def make(session: Session, wanted: Wanted) -> bytes:
    """Make it from a session in any state; refuses a paper that is not made here."""
    if wanted.paper not in (*papers.PAPERS, *DRAWN):
        raise Refused(papers.no_such_paper())
    papers.may_be_asked(wanted.paper if wanted.form not in TABLES else "", size=wanted.size, name=wanted.name)
    if wanted.form == "csv":
        return to_csv(session.decisions, session.actions, names=wanted.names).encode("utf-8-sig")
    if wanted.form == "ics":
        following = [session.next_session] if session.next_session is not None else []
        return to_ics(session.decisions, session.actions, following, names=wanted.names)
    if wanted.paper in DRAWN:
        return _drawn(session, wanted) if wanted.form == "pdf" else written(_in_words(session, wanted), wanted.form)
    return written(papers.document(session, wanted.paper, size=wanted.size, name=wanted.name), wanted.form)


def told(session: Session, wanted: Wanted) -> list[str]:
    """Say in sentences what the paper cannot show as it was asked for; empty when all is well."""
    if wanted.form != "pdf":
        return []
    if wanted.paper in DRAWN:
        return _told_of_drawn(session, wanted)
    return papers.warnings(session, wanted.paper, size=wanted.size, name=wanted.name)


def form_of(words: str) -> Form:
    """Give the form of this name; refuses another word and says which there are."""
    for form in FORMS:
        if form == words:
            return form
    raise Refused(tr("There is no such form. Choose {forms}.", forms=", ".join(FORMS)))


def _in_words(session: Session, wanted: Wanted) -> Document:
    space = session.space.name
    match wanted.paper:
        case "badges":
            return in_words.badges_in_words(_called(session, wanted), space)
        case "ballots":
            return in_words.ballot_in_words(ballots.decision_of(session, wanted.decision), space)
        case "signals":
            return in_words.signals_in_words(space)
        case _:
            return in_words.cards_in_words(cards.deck_of(session, wanted.deck), space)


def _drawn(session: Session, wanted: Wanted) -> bytes:
    match wanted.paper:
        case "badges":
            return badges.badges_pdf(_called(session, wanted))
        case "ballots":
            return ballots.ballots_pdf(ballots.decision_of(session, wanted.decision))
        case "signals":
            return signals.signals_pdf()
        case _:
            return cards.cards_pdf(cards.deck_of(session, wanted.deck), backs=wanted.backs)


def _called(session: Session, wanted: Wanted) -> list[str]:
    return list(wanted.called) or (badges.names_of(session) if wanted.names else [])


def _told_of_drawn(session: Session, wanted: Wanted) -> list[str]:
    """Say which letters of a drawn paper cannot be printed, and whether its words are too many."""
    said: list[str] = []
    match wanted.paper:
        case "badges":
            letters = missing(_called(session, wanted))
        case "ballots":
            decision = ballots.decision_of(session, wanted.decision)
            letters = missing([one.text for one in decision.options] + [decision.question] if decision else [])
            if ballots.too_long(decision):
                said.append(tr("These options have more words than a ballot slip can hold. Make them shorter."))
        case "cards":
            letters = cards.cards_missing(cards.deck_of(session, wanted.deck))
        case _:
            letters = []
    return [*said, papers.missing_words(letters)] if letters else said


def written(document: Document, form: Form) -> bytes:
    """Write a document as a PDF, a web page or Markdown."""
    if form == "html":
        return to_html(document).encode()
    return to_markdown(document).encode() if form == "md" else to_pdf(document)
