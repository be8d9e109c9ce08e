"""The lines of the read-back: every word of the room that is kept, in the order it stands on paper (METHOD.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from elephants.sessions.agreement import new_lines
from elephants.sessions.base import Base
from elephants.sessions.decision import Action, Decision, Need, Update
from elephants.sessions.learning.learned import HEAR, TRY, grouped, of_kind
from elephants.sessions.since import about_words, answer_words, worry_words
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.agenda.agenda import AgendaItem
    from elephants.sessions.session import Session


@dataclass(frozen=True, repr=False)
class ReadLine:
    """One line that is read aloud: what it belongs to, its label, and its words."""

    thing: Base
    part: str
    label: str
    words: str

    @property
    def key(self) -> tuple[str, int, str]:
        """Tells this line from every other while the session is read back."""
        return (type(self.thing).__name__, self.thing.id, self.part)

    @property
    def about(self) -> str:
        """What an answer is about, in the words of an earlier record; "" for what was written today."""
        return about_words(self.thing) if isinstance(self.thing, Update) else ""


def lines(session: Session) -> Iterator[ReadLine]:
    """Give every line of the session that is kept and can be changed or struck, in the order it is read."""
    for update in session.updates:
        yield from _of_update(update)
    yield from _of_agreement(session)
    for item in session.items:
        yield from _of_item(item)
    for decision in session.decisions:
        if decision.item not in session.items:
            yield from _of_decision(decision)
    yield from _of_learning(session)
    yield from _of_actions(one for one in session.actions if one.item is None and one.decision is None)
    if session.celebrate:
        yield ReadLine(session, "celebrate", tr("Something to celebrate"), session.celebrate)


def question_stands(decision: Decision) -> tuple[Base, str]:
    """Say on which line a question is read: its item's title or its own where they say the same, else by itself."""
    if decision.item is not None and decision.item.title == decision.question:
        return decision.item, "title"
    return decision, "title" if decision.question == (decision.title or decision.question) else "question"


def _of_update(update: Update) -> Iterator[ReadLine]:
    answer = answer_words(update)
    yield ReadLine(update, "answer", answer, answer)
    if update.words:
        yield ReadLine(update, "words", answer, update.words)
    if update.worry:
        yield ReadLine(update, "worry", tr("Did the worry come true?"), worry_words(update))


def _of_agreement(session: Session) -> Iterator[ReadLine]:
    yield from (ReadLine(line, "text", tr("Added to our agreement"), line.text) for line in new_lines(session))
    space = session.space
    if space.privacy_line and space.privacy_since == session.date:
        yield ReadLine(space, "privacy_line", tr("The limit of privacy"), space.privacy_line)


def _of_item(item: AgendaItem) -> Iterator[ReadLine]:
    yield ReadLine(item, "title", tr("On the agenda"), item.title)
    yield from (ReadLine(point, "text", item.title, point.text) for point in item.points)
    yield from _of_actions(item.actions)
    if item.decision is not None:
        yield from _of_decision(item.decision)


def _of_learning(session: Session) -> Iterator[ReadLine]:
    """What the room learned: each group by its name, then its points; what it tries next, and who else should hear."""
    for group, points in grouped(session):
        if group is not None:
            yield ReadLine(group, "text", tr("What we see"), group.text)
        label = group.text if group is not None else ""
        yield from (ReadLine(point, "text", label or point.asked(), point.text) for point in points)
    yield from (ReadLine(one, "text", tr("What we try next"), one.text) for one in of_kind(session, TRY))
    yield from (ReadLine(one, "text", tr("Who else should hear"), one.text) for one in of_kind(session, HEAR))


def _of_actions(actions: Iterable[Action]) -> Iterator[ReadLine]:
    for action in actions:
        owner = action.owner()
        yield ReadLine(action, "text", owner, action.text)
        if owner not in (tr("The group"), tr("One of us")):
            yield ReadLine(action, "owner", tr("Who does it"), owner)


def _of_decision(decision: Decision) -> Iterator[ReadLine]:
    title = decision.title or decision.question
    yield ReadLine(decision, "title", decision.ending_words() or tr("Still open"), title)
    if question_stands(decision) == (decision, "question"):
        yield ReadLine(decision, "question", tr("We asked"), decision.question)
    if decision.next_step:
        yield ReadLine(decision, "next_step", tr("Next step"), decision.next_step)
    if decision.words:
        yield ReadLine(decision, "words", title, decision.words)
    for need in decision.needs:
        yield from _of_need(need)
    for option in decision.options:
        yield ReadLine(option, "text", tr("Option {letter}", letter=option.letter), option.text)
    if decision.remaining_no:
        yield ReadLine(decision, "remaining_no", tr("A no that remains"), decision.remaining_no)
    yield from (ReadLine(view, "text", tr("A view"), view.text) for view in decision.views)
    yield from _of_actions(decision.actions)
    if decision.no_look_again:
        yield ReadLine(decision, "no_look_again", tr("No need to look again, because"), decision.no_look_again)


def _of_need(need: Need) -> Iterator[ReadLine]:
    """The need, the room's answer, and how it stands in the decision: each once, where they say the same."""
    if need.text != need.sentence:
        yield ReadLine(need, "text", tr("What some of us need"), need.text)
    if need.words not in ("", need.text, need.sentence):
        answer = tr("Not now, because") if need.answer == "not now" else tr("Our answer")
        yield ReadLine(need, "words", answer, need.words)
    if need.sentence:
        yield ReadLine(need, "sentence", tr("Added because some of us need it"), need.sentence)
