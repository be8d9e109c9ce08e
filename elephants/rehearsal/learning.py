"""What a line can do in a learning session: raw points, groups, what we try next, who else should hear."""

from __future__ import annotations

from datetime import date as Day

from elephants.rehearsal.stage import Stage, named
from elephants.sessions.learning.learned import GROUP, HEAR, QUESTIONS, TRY, Learned
from elephants.sessions.learning.learning import Learning, say_otherwise


def go_on(stage: Stage) -> None:
    """Go to the next step."""
    stage.change(stage.now(Learning), Learning.go_on, stage.desk.chance)


def go_back(stage: Stage) -> None:
    """Go to the step before."""
    stage.change(stage.now(Learning), Learning.go_back, stage.desk.chance)


def point(stage: Stage, question: str, text: str) -> None:
    """Keep a raw point under one of the four questions; the words of the question, or its key."""
    asked = next((kind for kind, words in QUESTIONS.items() if words.casefold() == question.casefold()), question)
    stage.change(stage.now(Learning), Learning.add, asked, text)


def group(stage: Stage, text: str) -> None:
    """Name a group."""
    stage.change(stage.now(Learning), Learning.add, GROUP, text)


def put(stage: Stage, text: str, into: str = "") -> None:
    """Put a point into a group; without one, out of its group."""
    learning = stage.now(Learning)
    groups = [one for one in learning.session.learned if one.kind == GROUP]
    held = named(groups, into, lambda one: one.text) if into else None
    stage.change(learning, Learning.put_into, _line(stage, text), held)


def reword(stage: Stage, line: str, to: str) -> None:
    """Say a line in other words."""
    stage.change(_line(stage, line), say_otherwise, to)


def take_out(stage: Stage, text: str) -> None:
    """Take a line out."""
    stage.change(stage.now(Learning), Learning.take_out, _line(stage, text))


def try_next(stage: Stage, text: str) -> None:
    """Keep something to try."""
    stage.change(stage.now(Learning), Learning.add, TRY, text)


def on_agenda(stage: Stage, text: str) -> None:
    """Put what we try on the next agenda."""
    stage.change(stage.now(Learning), Learning.put_on_agenda, _line(stage, text))


def somebody(stage: Stage, text: str, name: str = "", who: str = "", by: Day | None = None) -> None:
    """Somebody does what we try."""
    today = stage.desk.today()
    stage.change(stage.now(Learning), Learning.add_action, _line(stage, text), today, name=name, who=who, by=by)


def hear(stage: Stage, text: str) -> None:
    """Keep who else should hear."""
    stage.change(stage.now(Learning), Learning.add, HEAR, text)


def _line(stage: Stage, words: str) -> Learned:
    return named(stage.session.learned, words, lambda one: one.text)
