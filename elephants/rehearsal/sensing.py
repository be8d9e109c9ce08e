"""What a line can do with *How is it for us?*: what is asked, how marks are made, counting and opening."""

from __future__ import annotations

from elephants.rehearsal.stage import Stage, named
from elephants.sessions.base import Refused
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.sensing import Sensing
from elephants.words import tr


def use(stage: Stage, template: str) -> None:
    """Begin with a template."""
    stage.change(stage.of(Sensing), Sensing.use, template)


def ask(stage: Stage, text: str) -> None:
    """Say what is asked in the group's own words."""
    stage.change(stage.of(Sensing), Sensing.ask, text)


def add_option(stage: Stage, text: str, meaning: str = "") -> None:
    """Add one thing to mark, and what it asks of us."""
    stage.change(stage.of(Sensing), Sensing.add_option, text, meaning)


def drop_option(stage: Stage, text: str) -> None:
    """Take one thing away."""
    stage.change(stage.of(Sensing), Sensing.drop_option, _place(stage, text))


def reword_option(stage: Stage, option: str, text: str = "", meaning: str = "") -> None:
    """Say one thing, or what it asks of us, in other words."""
    sensing, place = stage.of(Sensing), _place(stage, option)
    if text:
        stage.change(sensing, Sensing.reword_option, place, text)
    if meaning:
        stage.change(sensing, Sensing.say_meaning, place, meaning)


def give(stage: Stage, each: int) -> None:
    """Give each person so many marks."""
    stage.change(stage.of(Sensing), Sensing.give, each)


def mark_by(stage: Stage, way: str, form: str = "") -> None:
    """Choose how marks are made, and whether what came is shown in words or in numbers."""
    sensing = stage.of(Sensing)
    stage.change(sensing, Sensing.mark_by, way)
    if form:
        stage.change(sensing, Sensing.show_as, form)


def count(stage: Stage, marks: list[int]) -> None:
    """Count the marks for each in its order; the room sees nothing of it yet."""
    table = stage.moment(stage.now(Sensing), Marks)
    if len(marks) != table.options:
        raise Refused(tr("There are {n} to mark. Give one number for each.", n=table.options))
    if not table.begun:
        stage.change(table, Marks.begin)
    for place, number in enumerate(marks):
        stage.change(table, Marks.put, place, number)


def open_marks(stage: Stage) -> None:
    """Show the room what came; nothing of it is kept."""
    stage.change(stage.moment(stage.now(Sensing), Marks), Marks.open)


def _place(stage: Stage, words: str) -> int:
    options = stage.of(Sensing).options
    return options.index(named(options, words, lambda one: one.words))
