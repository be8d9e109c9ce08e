"""ADD, CHECK and CLOSED: what we need to come along, and how we end (METHOD.md, Deciding together)."""

from __future__ import annotations

from dataclasses import replace

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import ALREADY_SAY, Ending
from elephants.sessions.decision import Decision, Need
from elephants.ui.views.canvas import SMALLEST
from elephants.ui.views.flow import Line, large, quiet
from elephants.ui.views.scene import Scene
from elephants.ui.views.since import part_line, reason_lines
from elephants.words import tr


def adding(activity: Deciding) -> Scene:
    """Ask everyone at once; each need gets the room's answer below it as it comes."""
    poll = activity.poll
    asked = tr(ALREADY_SAY) if activity.already else tr("What do you need to come along?")
    if activity.once_more:
        asked = tr("Not everyone can come along yet.\nWhat else do you need?")
    if poll.needs:
        label = poll.question if activity.already else poll.result_in_words()
        lines = tuple(line for need in poll.needs for line in need_lines(need))
        return Scene(label=label, heading=asked, lines=lines)
    lines = (replace(large(asked), apart=True),)
    if poll.nothing_came:
        lines += (Line(tr("We asked; nothing came."), icon="check-circle"),)
    if activity.already:
        return Scene(label=poll.question, lines=lines, middle=True)
    return Scene(
        label=poll.question,
        lines=(Line(poll.result_in_words()), *lines),
        small=tr("If it was not your choice, that can be hard;\nthank you for staying with it."),
        picture=poll.chosen,
        middle=True,
    )


def need_lines(need: Need) -> tuple[Line, ...]:
    """Give a need and the room's answer: a sign and a word; never who asked."""
    said = Line(need.text)
    if need.answer == "added":
        words = tr("Added") if need.words == need.text else tr("Added: {words}", words=need.words)
        return said, _answer(words, "plus-circle", "plum")
    if need.answer == "changed":
        return said, _answer(tr("Changed to: {words}", words=need.words), "swap", "plum")
    if need.answer == "not now":
        return said, _answer(tr("Not now, because: {words}", words=need.words), "clock", "slate")
    return (said,)


def _answer(words: str, icon: str, colour: str) -> Line:
    return Line(words, SMALLEST + 4, colour=colour, icon=icon, close=True)


def checking(activity: Deciding) -> Scene:
    """Ask if everyone can come along; a no is welcome."""
    poll = activity.poll
    added, not_now = added_lines(poll), not_now_lines(poll)
    label, small = poll.result_in_words(), tr("It is all right to say no.")
    asked = tr("With these added, can everyone come along?") if added else tr("Can everyone come along?")
    if not (added or not_now):
        return Scene(label=label, lines=(large(asked),), small=small, middle=True)
    return Scene(label=label, heading=asked, lines=(*added, *not_now), small=small)


def added_lines(poll: Decision) -> tuple[Line, ...]:
    """Give what was added because some of us need it, each with a plus."""
    return tuple(part_line(part) for part in poll.parts() if part.added)


def not_now_lines(poll: Decision) -> tuple[Line, ...]:
    """Give what is not now, each with the room's reason."""
    return tuple(line for need in poll.needs if need.answer == "not now" for line in reason_lines(need))


def remaining(poll: Decision) -> tuple[Line, ...]:
    """Give the no that remains, in the words it was offered in, large and with its label (METHOD.md, READ BACK)."""
    if not poll.remaining_no:
        return ()
    return replace(quiet(tr("A no that remains")), close=False, apart=True), Line(poll.remaining_no, close=True)


def closed(activity: Deciding) -> Scene:
    """Say calmly how it ended; *with these added* never without what was added."""
    poll = activity.poll
    these = added_lines(poll) if poll.ending == Ending.MOST else ()
    return Scene(
        label=poll.question,
        lines=(large(poll.title or poll.question), Line(poll.ending_words()), *these, *remaining(poll)),
        small=tr("Thank you."),
        picture=poll.title or poll.question,
        middle=True,
    )
